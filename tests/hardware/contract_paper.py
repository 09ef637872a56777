"""What the printer of every set keeps, the simulated and the real one alike."""

from __future__ import annotations

from kiosk.events import Event, Printed, PrinterSeen, PrinterTrouble, PrintFailed
from tests.hardware.contract import Rig


def look(rig: Rig) -> list[Event]:
    """Ask the printer how it is."""
    rig.steady()
    rig.hardware.printer.look()
    return rig.settle()


class PaperContract:
    """Tests of the set that the fixture `rig` makes."""

    def test_a_paper_comes_out(self, rig: Rig) -> None:
        assert rig.hardware.printer.dots == 384
        assert rig.print(1) == [Printed(1)]
        assert len(rig.levers.papers) == 1

    def test_without_paper_nothing_comes_out_now_or_later(self, rig: Rig) -> None:
        rig.levers.take_paper()
        assert not rig.levers.paper_loaded
        assert rig.print(1) == [PrintFailed(1, PrinterTrouble.PAPER_OUT)]
        rig.levers.load_paper()
        assert rig.levers.paper_loaded
        assert rig.settle() == []
        assert (rig.levers.papers, rig.levers.scraps) == ([], [])
        assert rig.print(2) == [Printed(2)]

    def test_paper_that_ends_in_the_middle_fails(self, rig: Rig) -> None:
        rig.levers.end_paper_after(7000)
        assert rig.print(1) == [PrintFailed(1, PrinterTrouble.PAPER_OUT)]
        rig.levers.load_paper()
        assert [len(scrap) for scrap in rig.levers.scraps] == [7000]

    def test_an_unplugged_printer_is_gone_and_comes_back(self, rig: Rig) -> None:
        rig.levers.unplug_printer()
        assert not rig.levers.printer_plugged
        assert rig.print(1) == [PrintFailed(1, PrinterTrouble.GONE)]
        rig.levers.plug_printer()
        assert rig.levers.printer_plugged
        assert rig.print(2) == [Printed(2)]

    def test_a_printer_that_fails_in_the_middle_fails_once(self, rig: Rig) -> None:
        rig.levers.fail_printer_after(5000)
        assert rig.print(1) == [PrintFailed(1, PrinterTrouble.GONE)]
        assert rig.print(2) == [Printed(2)]
        assert len(rig.levers.papers) == 1

    def test_an_open_cover_and_a_stall_are_named(self, rig: Rig) -> None:
        rig.levers.open_cover()
        assert rig.levers.cover_is_open
        assert rig.print(1) == [PrintFailed(1, PrinterTrouble.COVER_OPEN)]
        rig.levers.close_cover()
        rig.levers.stall_printer()
        assert rig.print(2) == [PrintFailed(2, PrinterTrouble.STALLED)]
        rig.levers.stall_printer(stalled=False)
        assert rig.print(3) == [Printed(3)]

    def test_a_look_tells_how_it_is_and_prints_nothing(self, rig: Rig) -> None:
        assert look(rig) == [PrinterSeen(None)]
        rig.levers.take_paper()
        assert look(rig) == [PrinterSeen(PrinterTrouble.PAPER_OUT)]
        rig.levers.load_paper()
        rig.levers.open_cover()
        assert look(rig) == [PrinterSeen(PrinterTrouble.COVER_OPEN)]
        rig.levers.close_cover()
        rig.levers.unplug_printer()
        assert look(rig) == [PrinterSeen(PrinterTrouble.GONE)]
        rig.levers.plug_printer()
        assert look(rig) == [PrinterSeen(None)]
        assert (rig.levers.papers, rig.levers.scraps) == ([], [])
