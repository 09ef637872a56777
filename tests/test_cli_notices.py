"""`kiosk notices`: announcements hung, listed and taken down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from kiosk import store
from kiosk.cli import app
from kiosk.commands.notices import Said, line, today, written
from kiosk.config import Machine, School, SettingsError, document
from kiosk.post.board import Hours, Notice, NoticeType
from kiosk.post.letters import Language

KY, RU = Language.KY, Language.RU
DAY = date(2026, 11, 23)
EVERYTHING = ["headline-ru", "body-ky", "headline-ky", "until"]
SCHOOL = School(name={KY: "Келечек"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "post.sqlite"
    store.create(path, "real", SCHOOL.model_dump_json(), pool=10)
    return path


def notices(path: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["notices", *words, "--data", str(path.parent)])


def test_an_announcement_hangs_for_14_days_from_today(path: Path) -> None:
    said = notices(path, "add", "--headline-ky", "Ачык эшик", "--body-ky", "Ишемби, 10:00.")
    assert said.exit_code == 0, said.stderr
    [notice] = store.list_notices(path)
    assert notice.type is NoticeType.ANNOUNCEMENT
    assert (notice.headline, notice.body) == ({KY: "Ачык эшик"}, {KY: "Ишемби, 10:00."})
    assert notice.last_day - notice.first_day == timedelta(days=13)
    assert notice.hangs_on(today(path))


def test_an_announcement_has_its_own_days_and_languages(path: Path) -> None:
    words = ["--headline-ky", "Майрам", "--body-ky", "а", "--headline-ru", "Праздник"]
    days = ["--from", "2090-03-01", "--until", "2090-03-08"]
    said = notices(path, "add", *words, "--body-ru", "б", *days)
    assert said.stdout == "Notice 1 hangs from 2090-03-01 to 2090-03-08.\n"
    [notice] = store.list_notices(path)
    assert notice.headline == {KY: "Майрам", RU: "Праздник"}


def test_the_list_shows_number_days_state_and_headline(path: Path) -> None:
    notices(path, "add", "--headline-ky", "Майрам", "--body-ky", "а", "--from", "2090-03-01")
    notices(path, "add", "--headline-ru", "Праздник", "--body-ru", "б")
    first, second = notices(path, "list").stdout.splitlines()
    assert first.split() == ["1", "2090-03-01", "–", "2090-03-14", "waits", "Майрам"]
    assert second.split()[0] == "2"
    assert second.split()[-2:] == ["hangs", "Праздник"]


def test_an_empty_list_says_how_to_begin(path: Path) -> None:
    assert "There are no notices." in notices(path, "list").stdout


def test_a_withdrawn_notice_is_off_the_board(path: Path) -> None:
    notices(path, "add", "--headline-ky", "Майрам", "--body-ky", "а")
    assert notices(path, "withdraw", "1").stdout == "Notice 1 is off the board.\n"
    assert store.list_notices(path) == ()
    again = notices(path, "withdraw", "1")
    assert (again.exit_code, again.stderr) == (1, "There is no notice 1 on the board.\n")


def test_the_store_is_found_by_the_machines_settings(path: Path, tmp_path: Path) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text(document(Machine(data=path.parent), ""), encoding="utf-8")
    said = CliRunner().invoke(app, ["notices", "list", "--config", str(config)])
    assert said.exit_code == 0


def test_no_store_is_a_sentence(tmp_path: Path) -> None:
    said = notices(tmp_path / "post.sqlite", "list")
    assert said.exit_code == 1
    assert "no store" in said.stderr


def test_a_day_that_is_no_day_is_refused(path: Path) -> None:
    said = notices(path, "add", "--headline-ky", "а", "--body-ky", "б", "--from", "tomorrow")
    assert said.exit_code == 2
    assert "write the day as YYYY-MM-DD" in said.stderr


# --- the rules of an announcement ---------------------------------------------------------------


def test_blanks_around_the_words_go() -> None:
    notice = written(Said({KY: "  а ", RU: " "}, {KY: "б\n", RU: ""}), DAY)
    assert (notice.headline, notice.body) == ({KY: "а"}, {KY: "б"})


def test_what_cannot_be_read_does_not_reach_the_board_nor_the_terminal() -> None:
    notice = written(
        Said({KY: "Ачык\n\x07эшик"}, {KY: "саат\t10\n\x1b[31mда\u202e"}, last=DAY), DAY
    )
    assert notice.headline == {KY: "Ачык эшик"}
    assert notice.body == {KY: "саат 10\n[31mда"}


def test_the_longest_words_are_taken() -> None:
    notice = written(Said({KY: "ң" * 19}, {KY: "ө" * 280}, last=DAY), DAY)
    assert notice.first_day == notice.last_day == DAY


@pytest.mark.parametrize(
    ("headline", "body", "first", "last", "places"),
    [
        ({}, {}, None, None, ["headline"]),
        ({KY: " "}, {}, None, None, ["headline"]),
        ({KY: "а"}, {}, None, None, ["body-ky"]),
        ({KY: "а"}, {RU: "б"}, None, None, ["headline-ru", "body-ky"]),
        ({KY: "а" * 20}, {KY: "б" * 281}, None, None, ["headline-ky", "body-ky"]),
        ({KY: "а"}, {KY: "б"}, date(2026, 12, 2), date(2026, 12, 1), ["until"]),
        ({KY: "а"}, {KY: "б"}, date(2026, 11, 1), date(2026, 11, 22), ["until"]),
        ({KY: "а" * 20}, {RU: "б"}, DAY, date(2020, 1, 1), EVERYTHING),
    ],
)
def test_all_that_is_wrong_comes_at_once(
    headline: dict[Language, str],
    body: dict[Language, str],
    first: date | None,
    last: date | None,
    places: list[str],
) -> None:
    with pytest.raises(SettingsError) as caught:
        written(Said(headline, body, first=first, last=last), DAY)
    assert [complaint.place for complaint in caught.value.complaints] == places


WORDS = Said({KY: "а"}, {KY: "б"})


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ({"weekdays": "mon, xyz"}, ["weekdays"]),
        ({"hours": "9-12"}, ["hours"]),
        ({"hours": "25:00-26:00"}, ["hours"]),
        ({"hours": "12:00-09:00"}, ["hours"]),
        ({"pinned": True, "last": DAY + timedelta(7)}, ["until"]),
        ({"picture": "kot"}, ["picture"]),
        ({"weekdays": "x", "hours": "y", "picture": "z"}, ["weekdays", "hours", "picture"]),
    ],
)
def test_what_is_wrong_with_hours_pin_and_picture(said: dict[str, Any], places: list[str]) -> None:
    with pytest.raises(SettingsError) as caught:
        written(replace(WORDS, **said), DAY)
    assert [complaint.place for complaint in caught.value.complaints] == places


def test_a_pinned_notice_is_over_in_a_week() -> None:
    pinned = written(replace(WORDS, pinned=True), DAY)
    assert pinned.pinned
    assert pinned.last_day == DAY + timedelta(6)


def test_a_notice_has_its_weekdays_hours_pin_picture_and_type(path: Path) -> None:
    store.keep_picture(path, "kot", b"")
    words = ["--headline-ky", "Ашкана", "--body-ky", "Эт", "--type", "question", "--pinned"]
    hours = ["--weekdays", "Mon,fri", "--hours", "08:00-12:30", "--picture", "kot"]
    assert notices(path, "add", *words, *hours).exit_code == 0
    [notice] = store.list_notices(path)
    assert notice.hours == Hours(frozenset({0, 4}), time(8), time(12, 30))
    assert (notice.type, notice.pinned, notice.picture) == (NoticeType.QUESTION, True, "kot")
    told = notices(path, "list").stdout
    for special in ("(question)", "(pinned)", "(mon,fri)", "(08:00-12:30)", "(picture: kot)"):
        assert special in told


def test_only_what_is_said_changes(path: Path) -> None:
    words = ["--headline-ky", "а", "--body-ky", "б", "--hours", "08:00-12:00", "--weekdays", "tue"]
    notices(path, "add", *words)
    [old] = store.list_notices(path)
    said = notices(path, "change", "1", "--headline-ky", "в", "--hours", "")
    assert said.exit_code == 0, said.stderr
    [new] = store.list_notices(path)
    assert new.headline == {KY: "в"}
    assert new.hours == Hours(frozenset({1}))
    assert replace(new, headline=old.headline, hours=old.hours) == old


def test_a_language_is_taken_away_with_empty_words(path: Path) -> None:
    words = ["--headline-ky", "а", "--body-ky", "б", "--headline-ru", "а", "--body-ru", "б"]
    notices(path, "add", *words)
    assert notices(path, "change", "1", "--headline-ru", "", "--body-ru", "").exit_code == 0
    assert store.list_notices(path)[0].headline == {KY: "а"}
    refused = notices(path, "change", "1", "--body-ky", "")
    assert (refused.exit_code, "body-ky" in refused.stderr) == (2, True)


def test_what_is_not_there_cannot_be_changed_or_moved(path: Path) -> None:
    for words in (["change", "3", "--pinned"], ["move", "3", "up"]):
        said = notices(path, *words)
        assert (said.exit_code, said.stderr) == (1, "There is no notice 3 on the board.\n")


def test_a_notice_moves_up_and_the_list_shows_it(path: Path) -> None:
    for word in "аб":
        notices(path, "add", "--headline-ky", word, "--body-ky", "б")
    first, second = notices(path, "move", "2", "up").stdout.splitlines()
    assert (first.split()[0], second.split()[0]) == ("2", "1")
    first, second = notices(path, "move", "2", "down").stdout.splitlines()
    assert (first.split()[0], second.split()[0]) == ("1", "2")


def test_a_notice_that_is_over_says_so() -> None:
    words = {Language.EN: "Open day"}
    over = Notice(NoticeType.ANNOUNCEMENT, words, words, DAY, DAY, number=12)
    assert line(over, DAY + timedelta(days=1)).split()[4] == "over"
