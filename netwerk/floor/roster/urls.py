"""Addresses of the roster, below those of the intranet."""

from django.urls import path

from netwerk.floor.roster import answers, views

app_name = "roster"
urlpatterns = [
    path("", views.roster, name="roster"),
    path("mijn/", views.mine, name="mine"),
    path("mijn/naam/", views.my_name, name="my_name"),
    path("collega/", views.colleagues, name="colleagues"),
    path("afmelden/<uuid:worker>/", views.report, name="report"),
    path("afmelding/<uuid:absence>/", views.absence, name="absence"),
    path("afmelding/<uuid:absence>/terug/", views.undo_absence, name="undo_absence"),
    path("opengevallen/<uuid:gap>/", views.gap, name="gap"),
    path("opengevallen/<uuid:gap>/terug/", views.undo_gap, name="undo_gap"),
    path("vraag/<uuid:question>/", views.question, name="question"),
    path("ruilen/<uuid:worker>/", views.swap, name="swap"),
    path("ruil/<uuid:swap>/", views.swap_answer, name="swap_answer"),
]
by_link = (
    [
        path("invallen/<str:token>/", answers.question, name="question"),
        path("ruilen/<str:token>/", answers.swap, name="swap"),
    ],
    "roster_answers",
)
