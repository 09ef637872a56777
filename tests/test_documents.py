"""The papers' process: one for each document, gone with it, and silent about what it held."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import replace

import pytest

from kiosk.documents import NotMade, Press
from kiosk.post.documents import Assembly
from kiosk.post.journal import Answer, Forum
from kiosk.post.letters import Language
from kiosk.post.notebook import notebook
from tests.paper.pdf.office import BOOK, FIRST, LAST, ON, PASSPHRASE, answer, order
from tests.paper.pdf.reading import pages, read

pytestmark = pytest.mark.outside
SPOKEN = order(Assembly(Forum.ASSEMBLY, ON, (answer(1),)), "")


def children() -> set[str]:
    told = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(os.getpid())],
                          capture_output=True, text=True, check=False).stdout  # fmt: skip
    return {line for line in told.splitlines() if "kiosk.paper.pdf" in line}


def test_a_document_comes_back_whole_and_its_process_is_gone() -> None:
    book = order(notebook(BOOK.rows, FIRST, LAST))
    data = Press().made(book)
    assert len(pages(data, PASSPHRASE)) > 10
    assert "Мазмун100:" in read(data, PASSPHRASE)
    assert children() == set()


def test_this_process_never_loads_what_draws_them() -> None:
    words = (
        "import sys; from tests.test_documents import SPOKEN; from kiosk.documents import Press;"
        "[sys.modules.pop(n) for n in [*sys.modules] if n.split('.')[0] == 'fpdf'];"
        "assert Press().made(SPOKEN)[:5] == b'%PDF-'; assert 'fpdf' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", words], check=True)


def test_what_goes_wrong_is_named_and_nothing_of_the_document_or_its_passphrase_is_said() -> None:
    broken = replace(
        order(notebook(BOOK.rows, FIRST, LAST)), passphrase="купуя\x07сөз жетет бул жерде"
    )
    with pytest.raises(NotMade) as raised:
        Press().made(broken)
    assert str(raised.value) == "FPDFException"
    assert raised.value.__cause__ is None


def test_an_answer_that_is_no_answer_fails_in_words() -> None:
    nothing = Answer({}, {Language.KY: "Жооп"})
    with pytest.raises(NotMade, match="Error"):
        Press().made(replace(SPOKEN, content=Assembly(Forum.ASSEMBLY, ON, (nothing,))))


def test_one_that_is_killed_is_told_and_the_next_is_made() -> None:
    press = Press()
    failed: list[str] = []

    def ask() -> None:
        try:
            press.made(order(notebook(BOOK.rows * 50, FIRST, LAST)))
        except NotMade as error:
            failed.append(str(error))

    asking = threading.Thread(target=ask)
    asking.start()
    while not press.busy:
        threading.Event().wait(0.01)
    press.end()
    asking.join(30)
    assert failed == ["the papers' process is gone"]
    assert press.made(SPOKEN)[:5] == b"%PDF-"


def test_one_that_never_answers_is_given_up() -> None:
    with pytest.raises(NotMade, match="gone"):
        Press(patience_s=0.0).made(SPOKEN)
    assert children() == set()


def test_nobody_may_look_into_it() -> None:
    words = (
        "import os; from kiosk.apart import guard; guard(os.getppid());"
        "print(open('/proc/self/limits').read())"
    )
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    core = next(line for line in told.stdout.splitlines() if "core file" in line)
    assert core.split()[4:6] == ["0", "0"]
