"""Index of the addresses of this area, a sorted line a feature."""

from django.urls import path

from plein.out.finder import views as finder
from plein.out.picture import views as picture
from plein.out.print import views as printing
from plein.out.signage import views as signage
from plein.programme.calendars import views as calendars
from plein.programme.moments import views as moments
from plein.programme.timetable import views as programme

language_urls = [
    path("dag/", moments.today, name="today"),
    path("dag/<str:day>/", moments.day, name="day"),
    path("druk/", printing.page, name="print"),
    path("druk/folder.pdf", printing.pdf, {"sheet": "folder"}, name="print_folder"),
    path("druk/poster.pdf", printing.pdf, {"sheet": "poster"}, name="print_poster"),
    path("w/", printing.short, name="short"),
    path("w/<slug:slug>/", printing.short, name="short_plein"),
    path("vinden/", finder.find, name="finder"),
    path("praatplaat/", picture.show, name="picture"),
    path("praatplaat/qr.svg", picture.qr, name="picture_qr"),
    path("kalender/", calendars.subscribe, name="subscribe"),
    path("kalender/<uuid:uid>.ics", programme.one, name="calendar"),
    *(
        path(f"kalender/{kind}/<int:page_id>.ics", programme.of_page, {"kind": kind}, name=f"calendar_{kind}")
        for kind in programme.FILTERS
    ),
    path("moment/<uuid:uid>/<str:moment>/", moments.session, name="session"),
    path("moment/<uuid:uid>/<str:moment>/qr.svg", moments.session_qr, name="session_qr"),
    path("qr/<int:page_id>.svg", moments.page_qr, name="page_qr"),
]
plain_urls = [
    path("scherm/werker.js", signage.worker, name="screen_worker"),
    path("scherm/<slug:slug>/", signage.screen, name="screen"),
    path("scherm/<slug:slug>/gegevens.json", signage.data, name="screen_data"),
]
