from django.urls import path

from netwerk.door.intranet import views

app_name = "intranet"
urlpatterns = [
    path("", views.start, name="start"),
    path("week/", views.week, name="week"),
    path("nieuws/", views.news, name="news"),
    path("nieuws/<slug:slug>/", views.news_item, name="news_item"),
    path("wie-is-wie/", views.who_is_who, name="who_is_who"),
    path("wie-is-wie/mijn-gegevens/", views.my_card, name="my_card"),
    path("afspraken/", views.agreements, name="agreements"),
    path("afspraken/<uuid:uuid>/", views.agreement_file, name="agreement_file"),
    path("trajecten/", views.trajectories, name="trajectories"),
    path("trajecten/<uuid:uuid>/", views.trajectory, name="trajectory"),
]
