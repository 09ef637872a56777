"""What the visitors of the tour write."""

from __future__ import annotations

from kiosk.post.letters import Language

LETTERS = {
    Language.KY: (
        "Урматтуу мугалимдер! Экинчи кабаттагы коридордо жарык өчүп калды, кечинде караңгы "
        "болуп жатат. Өтүнөмүн, оңдоп бериңиздер."
    ),
    Language.RU: "Можно поставить в столовой ещё один стол? Мы едим стоя.",
    Language.EN: "Could the library stay open until five? We have nowhere quiet to read.",
}
SUMMARIES = {
    Language.KY: "Экинчи кабатта жарык жок",
    Language.RU: "Не хватает столов в столовой",
    Language.EN: "Library until five o'clock",
}
ANSWERS = {
    Language.KY: ("Жарык оңдолот", "Лампалар ушул жумада алмаштырылат. Рахмат!"),
    Language.RU: ("Стол поставят", "Новый стол привезут в декабре. Спасибо!"),
    Language.EN: ("Library until five", "From January the library is open until five."),
}
REPLIES = {
    Language.KY: "Жазганыңызга рахмат. Социалдык педагог сизди шаршембиде, сабактан кийин күтөт.",
    Language.RU: "Спасибо, что написали. Соцпедагог ждёт вас в среду после уроков.",
    Language.EN: "Thank you for writing. The social pedagogue waits for you on Wednesday.",
}
