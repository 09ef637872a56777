"""A screen with one widget of each kind, for trying out hands."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.events import BoardAsked, Event, WayInAsked
from kiosk.screens.base import Act, Look, Pull, Rect, Screen, View, When, Widget
from kiosk.screens.widgets import Button, Label


@dataclass(frozen=True)
class Tick(Act):
    """Counted by the screen."""

    what: str


class Desk(Screen):
    """One widget of each kind, 300 pixels apart."""

    name = "desk"

    def __init__(self) -> None:
        self.done: list[str] = []
        self.points: list[tuple[int, int]] = []
        self.moved = 0
        self.wiped = False
        self.answer: Event | None = None

    def act(self, act: Act) -> Event | None:
        assert isinstance(act, Tick)
        self.done.append(act.what)
        if act.what == "move":
            self.moved = 30
        return self.answer

    def point(self, widget: str, x: int, y: int) -> None:
        assert widget == "sheet"
        self.points.append((x, y))

    def wipe(self) -> None:
        self.wiped = True

    def view(self, look: Look) -> View:
        def place(n: int) -> Rect:
            return Rect(20 + 200 * n, 100, 100, 80)

        def act(what: str) -> Tick:
            return Tick(what)

        widgets: tuple[Widget, ...] = (
            Button("leave", place(0), "paper", "a", act=BoardAsked()),
            Button("push", place(1), "paper", "b", act=act("push")),
            Button("key", place(2), "paper", "c", act=act("key"), when=When.PRESS),
            Button("rub", place(3), "paper", "d", act=act("rub"), when=When.REPEAT),
            Button("hold", place(4), "paper", "e", act=WayInAsked(), when=When.HOLD),
            Button("dead", place(5), "paper", "f", act=act("dead"), enabled=False),
            Label("sheet", Rect(20, 400, 600, 200), "paper", "", when=When.POINT),
            Button("twin", Rect(124 + 200, 100, 60, 80), "paper", "g", act=act("twin")),
            Button("list", Rect(900, 400, 200, 240), "paper", "", act=act("list"),
                   pull=Pull(40, act("back"), act("on"))),
            Button("long", Rect(20, 640, 100, 80), "paper", "", act=act("long"), when=When.PRESS,
                   held=act("held")),
            Button("double", Rect(220, 640, 100, 80), "paper", "", act=act("double"),
                   when=When.PRESS, twice=act("twice")),
            Button("move", Rect(700, 400 + self.moved, 100, 80), "paper", "", act=act("move")),
        )  # fmt: skip
        return View("paper", widgets)
