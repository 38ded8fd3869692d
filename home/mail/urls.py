"""Addresses under the admin."""

from django.urls import path

from home.mail import views

outbox_patterns = (
    [path("", views.outbox, name="list"), path("<int:message>/again/", views.again, name="again")],
    "outbox",
)

app_name = "mail_texts"
urlpatterns = [
    path("", views.texts, name="list"),
    path("<slug:mail>/<slug:code>/", views.edit, name="edit"),
    path("<slug:mail>/<slug:code>/standard/", views.standard, name="standard"),
]
