"""Settings: read whole, or refused with everything that is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from kiosk.config import (
    Complaint,
    Machine,
    PinSettings,
    PrinterSettings,
    ReviewRule,
    School,
    SettingsError,
    document,
    load_machine,
    load_school,
    read_toml,
)
from kiosk.post.letters import Language
from kiosk.post.roles import Role

BISHKEK = ZoneInfo("Asia/Bishkek")


def school(**settings: Any) -> School:
    return load_school({"name": {"ky": "№ 5 орто мектеп"}, **settings})


def machine(tmp_path: Path, text: str) -> Machine:
    path = tmp_path / "kiosk.toml"
    path.write_text(text, encoding="utf-8")
    return load_machine(path)


def test_a_low_panel_cannot_stand_upright(tmp_path: Path) -> None:
    low = "[screen]\nwidth = 800\nheight = 480\nrotation = {}\n"
    complaints = machine_complaints(tmp_path, low.format(90))
    assert "480 pixels wide" in complaints["screen.rotation"].what
    assert "640" in complaints["screen.rotation"].remedy
    assert machine(tmp_path, low.format(180)).screen.rotation == 180


def machine_complaints(tmp_path: Path, text: str) -> dict[str, Complaint]:
    with pytest.raises(SettingsError) as caught:
        machine(tmp_path, text)
    return {complaint.place: complaint for complaint in caught.value.complaints}


def school_complaints(**settings: Any) -> dict[str, Complaint]:
    with pytest.raises(SettingsError) as caught:
        school(**settings)
    return {complaint.place: complaint for complaint in caught.value.complaints}


# --- what is right ------------------------------------------------------------------------------


def test_an_empty_file_is_a_whole_machine(tmp_path: Path) -> None:
    assert machine(tmp_path, "") == Machine()


def test_a_school_needs_only_its_name() -> None:
    plain = school()
    assert plain.helpline == "111"
    assert plain.emergency == "112"
    assert plain.quorum == (tuple(Role),)


HELPER = {"who": {"ky": "Айгүл Асанова, соцпедагог"}, "where": {"ky": "12-кабинет, 8:00–14:00"}}


def test_helpers_are_told_in_the_language_there_is() -> None:
    with_russian = {"who": {"ky": "Медайым", "ru": "Медсестра"}}
    helpers = school(in_school=[HELPER, with_russian]).in_school
    assert [one.told(Language.RU) for one in helpers] == [
        ("Айгүл Асанова, соцпедагог", "12-кабинет, 8:00–14:00"),
        ("Медсестра", ""),
    ]
    assert school().in_school == ()


@pytest.mark.parametrize(
    ("helpers", "place", "what"),
    [
        ([HELPER] * 4, "in_school", "there may be at most 3 here, and there are 4"),
        ([{"where": {"ky": "12-кабинет"}}], "in_school.0.who", "this must be set, and is not"),
        ([{"who": {}}], "in_school.0.who", "there must be at least 1 here, and there are 0"),
        ([{"who": {"ky": "а" * 41}}], "in_school.0.who.ky", "this is longer than 40 characters"),
    ],
)
def test_a_wrong_list_of_helpers_is_refused(helpers: list[Any], place: str, what: str) -> None:
    complaint = school_complaints(in_school=helpers)[place]
    assert complaint.what == what
    assert "12-кабинет, дүйшөнбү–жума" in complaint.remedy


def test_a_setting_in_the_file_holds(tmp_path: Path) -> None:
    read = machine(
        tmp_path, '[pins]\nslot = 5\n[printer]\nconnection = "usb"\nusb_id = "04b8:0E28"'
    )
    assert read.pins == PinSettings(slot=5)
    assert read.printer.usb_numbers == (0x04B8, 0x0E28)


def test_settings_cannot_be_changed_afterwards() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Machine().pins.slot = 4  # type: ignore[misc]


def test_a_school_without_a_russian_name_shows_its_kyrgyz_one() -> None:
    named = school(name={"ky": "№ 5 орто мектеп", "en": "School No. 5"})
    assert named.named(Language.RU) == "№ 5 орто мектеп"
    assert named.named(Language.EN) == "School No. 5"


def test_the_calendar_follows_the_rule_the_moves_and_the_skips() -> None:
    review = {
        "opens": "15:00",
        "closes": "15:30",
        "moved": {"2027-04-30": "2027-04-23"},
        "skipped": ["2027-05"],
    }
    calendar = school(review=review).calendar()
    april = calendar.next_window(datetime(2027, 4, 1, tzinfo=BISHKEK))
    assert april is not None
    assert april.start == datetime(2027, 4, 23, 15, tzinfo=BISHKEK)
    assert april.end == datetime(2027, 4, 23, 15, 30, tzinfo=BISHKEK)
    june = calendar.next_window(april.end)
    assert june is not None
    assert june.start.date() == date(2027, 6, 25)


def test_the_roles_are_those_that_some_permitted_set_needs() -> None:
    two = (Role.PARLIAMENT_MEMBER, Role.DEPUTY_DIRECTOR)
    assert school(quorum=[two]).roles == (Role.DEPUTY_DIRECTOR, Role.PARLIAMENT_MEMBER)
    assert school(quorum=[two, tuple(Role)]).roles == tuple(Role)


def test_the_store_keeps_a_school_as_json() -> None:
    kept = school(review={"moved": {"2027-04-30": "2027-04-23"}, "skipped": ["2027-07"]})
    assert load_school(kept.model_dump_json()) == kept


# --- every setting explains itself --------------------------------------------------------------


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from models(field.annotation)


@pytest.mark.parametrize("model", [*models(Machine), *models(School)])
def test_every_setting_has_a_description_and_all_but_the_name_a_default(
    model: type[BaseModel],
) -> None:
    for name, field in model.model_fields.items():
        assert field.description, name
        assert name == "name" or not field.is_required()


def test_the_written_file_says_everything_and_loads_to_the_same(tmp_path: Path) -> None:
    text = document(Machine(), "The machine.")
    assert machine(tmp_path, text) == Machine()
    written = read_toml(tmp_path / "kiosk.toml")
    for model in models(Machine):
        for name, field in model.model_fields.items():
            assert field.description is not None
            assert field.description.split()[0] in text
            assert name in written or any(
                name in section for section in written.values() if isinstance(section, dict)
            )


@given(
    ky=st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=60),
    months=st.lists(st.sampled_from(["2027-06", "2027-07", "2027-08"]), unique=True),
    opens=st.times(max_value=time(13)),
)
@example(ky='"\x7f\\\x00\t', months=[], opens=time(9))
def test_any_school_is_written_and_read_again(ky: str, months: list[str], opens: time) -> None:
    if not ky.strip():
        return
    one = School(
        name={Language.KY: ky},
        review=ReviewRule(
            opens=opens, skipped=tuple(months), moved={date(2027, 4, 30): date(2027, 4, 23)}
        ),
    )
    assert load_school(tomllib.loads(document(one, "A school."))) == one


# --- what is wrong ------------------------------------------------------------------------------


def test_all_complaints_come_at_once_each_with_its_place(tmp_path: Path) -> None:
    found = machine_complaints(
        tmp_path,
        """
        hardwear = "pi"
        data = "kiosk"
        [screen]
        width = "1280"
        language = "kg"
        [pins]
        slot = 27
        door = 27
        lock = 8
        [lock]
        pulse_s = 11
        [printer]
        connection = "usb"
        dots = 400
        """,
    )
    assert set(found) == {
        "hardwear",
        "data",
        "screen.width",
        "screen.language",
        "pins.door",
        "pins.lock",
        "lock.pulse_s",
        "printer.usb_id",
        "printer.dots",
    }


@pytest.mark.parametrize(
    ("text", "place", "what", "remedy"),
    [
        ('hardwear = "pi"', "hardwear", "no such setting", "`hardware`"),
        ("[screen]\nheigth = 800", "screen.heigth", "no such setting", "`height`"),
        ("pulse_s = 5", "pulse_s", "no such setting", "[lock]"),
        ("[zebra]\nx = 1", "zebra", "no such setting", "known here are hardware, data"),
        ('hardware = "simulated"', "hardware", "none of 'pi'", "'pi'"),
        ('data = "kiosk"', "data", "does not begin with /", '"/var/lib/kiosk"'),
        ('[stick]\nmount = "x"', "stick.mount", "does not begin with /", '"/run/kiosk/stick"'),
        ('[stick]\nlabel = "kiosk stick"', "stick.label", "not written", '"KIOSK"'),
        ("data = 5", "data", "not text", 'data = "/var/lib/kiosk"'),
        ('[screen]\nwidth = "1280"', "screen.width", "not a whole number", "width = 1280"),
        ("[screen]\nwidth = 12.5", "screen.width", "not a whole number", "width = 1280"),
        ("[screen]\nfullscreen = 1", "screen.fullscreen", "not true or false", "= true"),
        ('[screen]\nlanguage = "kg"', "screen.language", "none of", "'ky', 'ru' or 'en'"),
        ("[screen]\ndiagonal_in = nan", "screen.diagonal_in", "not a number", "10.1"),
        ("[pins]\nslot = 1", "pins.slot", "less than 2", "slot = 17"),
        ("[pins]\nlock = 28", "pins.lock", "more than 27", "lock = 22"),
        ("[pins]\nslot = true", "pins.slot", "not a whole number", "slot = 17"),
        ("[pins]\ndoor = 17", "pins.door", "already used by pins.slot", "wired"),
        ("[pins]\nslot = 22", "pins.lock", "already used by pins.slot", "wired"),
        ("[lock]\npulse_s = 10.5", "lock.pulse_s", "more than 10", "bears 10 at most"),
        ("[lock]\nrest_s = 0", "lock.rest_s", "less than 1", "cools"),
        ("[printer]\ndots = 400", "printer.dots", "none of 384 or 576", "384 or 576"),
        ('[printer]\nusb_id = "0x4b8"', "printer.usb_id", "not written", "04b8:0e28"),
        ('[printer]\nconnection = "usb"', "printer.usb_id", "cannot be found", "lsusb"),
        ('[printer]\nconnection = "network"', "printer.host", "cannot be found", "192.168"),
        ("pins = 5", "pins", "not a section", "BCM"),
    ],
)
def test_a_wrong_machine_is_refused(
    tmp_path: Path, text: str, place: str, what: str, remedy: str
) -> None:
    found = machine_complaints(tmp_path, text)
    assert list(found) == [place]
    assert what in found[place].what
    assert remedy in found[place].remedy


@pytest.mark.parametrize(
    ("settings", "place", "what", "remedy"),
    [
        ({"name": {}}, "name.ky", "missing", "ky"),
        ({"name": {"ky": "  "}}, "name.ky", "empty", "орто мектеп"),
        ({"name": {"ky": "x" * 61}}, "name.ky", "longer than 60", "орто мектеп"),
        ({"name": {"ky": "x", "kg": "y"}}, "name.kg", "none of", "'ky', 'ru' or 'en'"),
        ({"name": "x"}, "name", "not a table", "ky"),
        ({"timezone": "Asia/Bishkeck"}, "timezone", "no such time zone", '"Asia/Bishkek"'),
        ({"timezone": "?"}, "timezone", "no such time zone", '"Asia/Bishkek"'),
        ({"helpline": 111}, "helpline", "not text", '"111"'),
        ({"helpline": "call us"}, "helpline", "not written", '"111"'),
        ({"receipt": "maybe"}, "receipt", "none of", "'ask', 'always' or 'never'"),
        ({"quorum": []}, "quorum", "no set of roles", "deputy_director"),
        ({"quorum": [["parliament_member"]]}, "quorum.0", "alone", "two or more"),
        ({"quorum": [[]]}, "quorum.0", "alone", "two or more"),
        ({"quorum": [["parliament_member"] * 2]}, "quorum.0", "twice", "different"),
        ({"quorum": [[*Role, Role.PARLIAMENT_MEMBER]]}, "quorum.0", "twice", "different"),
        (
            {"quorum": [["deputy_director", "teacher"]]},
            "quorum.0.1",
            "none of",
            "'social_pedagogue'",
        ),
        ({"quorum": "all"}, "quorum", "not a list", "deputy_director"),
        ({"review": {"opens": 14}}, "review.opens", "not a time", "14:00:00"),
        ({"review": {"closes": "14:00"}}, "review.closes", "never comes", "later"),
        ({"review": {"opens": "16:30"}}, "review.closes", "never comes", "later"),
        ({"review": {"opens": "14:00Z"}}, "review.opens", "zone", "local"),
        ({"review": {"skipped": ["2027-13"]}}, "review.skipped.0", "not written", "2027-07"),
        ({"review": {"moved": {"2027-04-29": "2027-04-22"}}}, None, "no review day", "left"),
        ({"review": {"moved": {"April": "2027-04-22"}}}, "review.moved.April", "not a date", "="),
        ({"review": {"every": "month"}}, "review.every", "no such setting", "rule"),
    ],
)
def test_a_wrong_school_is_refused(
    settings: dict[str, Any], place: str | None, what: str, remedy: str
) -> None:
    found = school_complaints(**settings)
    [(where, complaint)] = found.items()
    assert where == (place or "review.moved.2027-04-29")
    assert what in complaint.what
    assert remedy in complaint.remedy


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "every Friday",
        "BYDAY=FR",
        "FREQ=HOURLY",
        "FREQ=DAILY",
        "FREQ=MONTHLY;BYDAY=XX",
        "FREQ=MONTHLY;INTERVAL=0",
        "FREQ=MONTHLY;BYDAY=FR;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3",
        "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270101",
        "FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=9",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    ],
)
def test_a_rule_that_gives_no_days_or_ends_is_refused(rule: str) -> None:
    found = school_complaints(review={"rule": rule})
    assert list(found) == ["review.rule"]
    assert "FREQ=MONTHLY;BYDAY=-1FR" in found["review.rule"].remedy


@pytest.mark.parametrize(
    "rule", ["FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;BYDAY=2TU;WKST=MO", "FREQ=YEARLY;BYMONTH=9"]
)
def test_a_rule_that_gives_days_is_taken(rule: str) -> None:
    assert school(review={"rule": rule}).review.rule == rule


def test_a_year_left_out_is_refused_and_a_summer_is_not() -> None:
    year = [f"2027-{month:02}" for month in range(1, 13)]
    found = school_complaints(review={"skipped": [*year, "2028-01", "2028-02"]})
    assert "no window comes in 400 days" in found["review.skipped"].what
    assert school(review={"skipped": ["2027-07", "2027-08"]}).review.skipped


def test_the_same_complaint_is_made_once() -> None:
    with pytest.raises(SettingsError) as caught:
        school(review={"moved": {"April": "May"}})
    assert len(caught.value.complaints) == len(set(caught.value.complaints)) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('data = "/a"\nb = = 2', ", line 2"),
        ("[pins", ", end of the file"),
        ('data = "/a"\ndata = "/b"\n', ", line 2"),
    ],
)
def test_a_file_that_is_no_toml_is_refused_with_its_line(
    tmp_path: Path, text: str, place: str
) -> None:
    [complaint] = machine_complaints(tmp_path, text).values()
    assert complaint.place == f"{tmp_path / 'kiosk.toml'}{place}"
    assert "cannot be read" in complaint.what


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    for path, what in [
        (tmp_path / "none.toml", "no such file"),
        (tmp_path, "cannot be read"),
        (tmp_path / "latin.toml", "not UTF-8"),
    ]:
        (tmp_path / "latin.toml").write_bytes(b'data = "/\xe9"')
        with pytest.raises(SettingsError, match=what):
            load_machine(path)


@pytest.mark.parametrize("text", ["{", "[]", "5"])
def test_school_settings_that_are_no_settings_are_refused(text: str) -> None:
    with pytest.raises(SettingsError, match=r"^settings: "):
        load_school(text)


def test_an_error_is_one_line_for_each_complaint() -> None:
    with pytest.raises(SettingsError) as caught:
        school(helpline=111, receipt="maybe")
    assert len(str(caught.value).splitlines()) == len(caught.value.complaints) == 2


def test_printers_that_need_no_address_need_none() -> None:
    for connection in ("serial", "file", "none"):
        settings = {"connection": connection}
        assert PrinterSettings.model_validate(settings).connection == connection


def test_a_missing_kyrgyz_name_is_named_beside_every_other_wrong_name() -> None:
    with pytest.raises(SettingsError) as refused:
        load_school({"name": {"kg": "мектеп", "ru": ""}})
    places = [complaint.place for complaint in refused.value.complaints]
    assert sorted(places) == ["name.kg", "name.ky", "name.ru"]
