"""Addresses of news, below those of the intranet."""

from django.urls import path

from netwerk.floor.news import views

app_name = "news"
urlpatterns = [
    path("", views.news, name="news"),
    path("<slug:slug>/", views.news_item, name="news_item"),
]
