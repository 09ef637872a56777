"""Members and cards: the screens of a sitting over the committee's cards (DESIGN, Keys).

Each shows a `post.sitting.Sitting`; set `sitting` and refresh the stage when it changed. They emit
events of `FromMembers`, asked once where something ends, and nothing while `sitting.working`.

    start.Start, gather.Gather, menu.Menu, roster.Roster, card.Away, card.Copy, typing.Copied,
    card.Ready, typing.Drill, done.Keeping, done.Done
"""
