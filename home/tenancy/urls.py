"""Addresses that stand before Wagtail's own of the same path."""

from django.urls import path, re_path

from home.tenancy import views

urlpatterns = [
    path("login/", views.to_sign_in),
    re_path(r"^password_reset/", views.to_new_password),
    path("tag-autocomplete/", views.tags),
    path("tag-autocomplete/<slug:app_name>/<slug:model_name>/", views.tags),
    path("images/", views.image_list),
    path("images/results/", views.image_results),
    path("images/chooser/", views.choose_image),
    path("documents/", views.document_list),
    path("documents/results/", views.document_results),
]
