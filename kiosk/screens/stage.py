"""The stage: shows one screen, paints only what changed, hands touches and keys to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame

from kiosk.events import Event, Touched
from kiosk.post.appearance import Appearance
from kiosk.post.letters import Language
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.beacon import beacon
from kiosk.screens.focus import Focus
from kiosk.screens.layout import overlap
from kiosk.screens.paging import turned
from kiosk.screens.paint import Brush
from kiosk.screens.palettes import Colour
from kiosk.screens.strokes import Strokes
from kiosk.screens.theme import Theme
from kiosk.screens.touch import Hands
from kiosk.texts import Texts


class Dark(Screen):
    """Nothing yet."""

    name = "dark"

    def view(self, look: Look) -> View:
        return View("night", ())


class Stage:
    """Draws on `surface`, whose top left corner lies at `origin` of the window.

    Touches are told apart by `Hands`, keys by `Strokes`; each of either emits `Touched` first.
    A screen may be laid over another for a while: what goes on beneath is not disturbed.
    """

    def __init__(
        self,
        surface: pygame.Surface,
        theme: Theme,
        emit: Callable[[Event], None],
        monotonic: Callable[[], float],
        language: Language,
        *,
        origin: tuple[int, int] = (0, 0),
    ) -> None:
        self._surface, self._theme, self._emit, self._origin = surface, theme, emit, origin
        self._brush = Brush(surface, theme)
        self._hands = Hands(theme, monotonic, self._touched, self._meant, self._pointed)
        self._strokes = Strokes(monotonic, self._heard, self._typed)
        self._language = language
        self._focus = Focus()
        self._painted: View | None = None
        self._marked: tuple[frozenset[str], str] = (frozenset(), "")
        self._screen: Screen = Dark()
        self._over: Screen | None = None
        self.refresh()

    @property
    def screen(self) -> Screen:
        """What goes on, even while another screen lies over it."""
        return self._screen

    @property
    def top(self) -> Screen:
        """What is seen: the screen laid over, or else the one that goes on."""
        return self._over or self._screen

    @property
    def view(self) -> View:
        """The picture to be drawn: what testers and `--geometry` look at."""
        return self._view

    @property
    def language(self) -> Language:
        """Of every sentence; setting it draws the same screen in another language."""
        return self._language

    @language.setter
    def language(self, language: Language) -> None:
        self._language = language
        self.refresh()

    @property
    def appearance(self) -> Appearance:
        """Colours and size of letters; setting it draws the same screen anew."""
        return self._theme.appearance

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._dress(replace(self._theme, appearance=appearance))
        self.refresh()

    def _dress(self, theme: Theme) -> None:
        self._theme, self._painted = theme, None
        self._brush = Brush(self._surface, theme)

    @property
    def beacon(self) -> Colour:
        """The colour of pixel (0, 0) while this screen shows."""
        return beacon(self._theme.colour(self._view.ground), self.top.name)

    def show(self, screen: Screen, *, wipe: bool = True, beneath: bool = False) -> None:
        """Put another screen on; the old one forgets what it held unless told otherwise.

        What lies over it goes, unless the change is `beneath` that.
        Fingers still down are forgotten, and for a moment new ones are not heard: the second tap
        of a quick child does not fall through.
        """
        if wipe and screen is not self._screen:
            self._screen.wipe()
        self._screen = screen
        self._turn_to(self._over if beneath else None)

    def lay(self, screen: Screen) -> None:
        """Lay a screen over what goes on, in place of another that lies there."""
        self._turn_to(screen)

    def lift(self) -> None:
        """Take away what lies over the screen, if anything does."""
        if self._over is not None:
            self._turn_to(None)

    def _turn_to(self, over: Screen | None) -> None:
        self._over, self._painted = over, None
        self._hands.new_screen()
        self._strokes.release()
        self._focus.clear()
        self.refresh()

    def refresh(self) -> None:
        """Look at the screen's state again; the next `draw` paints the difference."""
        width, height = self._surface.get_size()
        self._view = self.top.view(Look(width, height, self._theme, Texts(self._language)))
        if self._view.dim is not self._theme.dim:
            self._dress(replace(self._theme, dim=self._view.dim))
        self._hands.set_view(self._view)

    def feed(self, event: pygame.event.Event) -> None:
        """Take one of pygame's events, in pixels of the window; others than input are ignored."""
        window = (self._surface.get_abs_parent() or self._surface).get_size()
        self._hands.feed(event, Rect(*self._origin, *self._surface.get_size()), window)
        self._strokes.feed(event)

    def tick(self) -> None:
        """Do what is due: repeats and long holds."""
        self._hands.tick()
        self._strokes.tick()

    def deadline(self) -> float | None:
        """When `tick` wants to be called, in monotonic seconds."""
        both = (self._hands.deadline(), self._strokes.deadline())
        due = [moment for moment in both if moment is not None]
        return min(due, default=None)

    def draw(self) -> list[Rect]:
        """Paint what changed; return it in pixels of the window, nothing when nothing did."""
        before, self._marked = self._marked, (self._pressed(), self._focus.name)
        if self._painted is None or _layout(self._painted) != _layout(self._view):
            dirty = self._paint_all()
        else:
            dirty = self._paint_changed(self._painted, before)
        self._painted = self._view
        if dirty:
            self._surface.set_at((0, 0), self.beacon)
        left, top = self._origin
        return [Rect(rect.x + left, rect.y + top, rect.w, rect.h) for rect in dirty]

    def _paint_all(self) -> list[Rect]:
        whole = Rect(0, 0, *self._surface.get_size())
        self._brush.fill(whole, self._view.ground)
        for widget in self._view.widgets:
            self._paint(widget)
        return [whole]

    def _paint_changed(self, before: View, marked: tuple[frozenset[str], str]) -> list[Rect]:
        dirty: list[Rect] = []
        for old, new in zip(before.widgets, self._view.widgets, strict=True):
            changed = old != new or _state(new, marked) != _state(new, self._marked)
            if changed or any(overlap(new.rect, rect) for rect in dirty):
                self._paint(new)
                dirty.append(new.rect)
        return dirty

    def _paint(self, widget: Widget) -> None:
        pressed, focused = _state(widget, self._marked)
        self._surface.set_clip(widget.rect)
        self._brush.fill(widget.rect, widget.ground)
        widget.paint(self._brush, pressed=pressed)
        if focused:
            self._brush.ring(widget.rect)
        self._surface.set_clip(None)

    def _heard(self) -> None:
        self._emit(Touched())

    def _touched(self) -> None:
        self._focus.clear()
        self._heard()

    def _meant(self, meaning: Act | Event) -> None:
        event = self.top.act(meaning) if isinstance(meaning, Act) else meaning
        self._finish(event)

    def _pointed(self, name: str, x: int, y: int) -> None:
        self.top.point(name, x, y)
        self.refresh()

    def _pressed(self) -> frozenset[str]:
        """What looks pressed: under a finger, or because Enter is held down at it."""
        keyed = self._strokes.held == "return" and self._focus.name
        return self._hands.pressed() | ({self._focus.name} if keyed else set())

    def _typed(self, stroke: KeyStroke) -> None:
        chosen = self._focus.chosen(stroke, self._view)
        if chosen is not None and chosen.act is not None:
            self._meant(chosen.act)
        elif not self._focus.take(stroke, self._view):
            turn = turned(stroke, self._view.widgets)
            self._finish(self.top.act(turn) if turn else self.top.key(stroke))

    def _finish(self, event: Event | None) -> None:
        if event is not None:
            self._emit(event)
        self.refresh()


def _layout(view: View) -> tuple[str, list[tuple[str, Rect, str]]]:
    return view.ground, [(widget.name, widget.rect, widget.ground) for widget in view.widgets]


def _state(widget: Widget, marked: tuple[frozenset[str], str]) -> tuple[bool, bool]:
    """Whether a widget is pressed, and whether the keyboard is at it."""
    pressed, focus = marked
    return widget.name in pressed, widget.name == focus
