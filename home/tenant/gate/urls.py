"""Addresses that stand before Wagtail's own of the same path.

One with Wagtail's name is let through by the gate as the table of ``home.tenant.gate.addresses`` says of that name; the
views of the others do the gate's work themselves.
"""

from django.urls import path, re_path

from home.tenant.gate import views

urlpatterns = [
    path("login/", views.to_sign_in),
    re_path(r"^password_reset/", views.to_new_password),
    path("tag-autocomplete/", views.tags),
    path("tag-autocomplete/<slug:app_name>/<slug:model_name>/", views.tags),
    path("choose-page/", views.choose_page, name="wagtailadmin_choose_page"),
    path("choose-page/<int:parent_page_id>/", views.choose_page, name="wagtailadmin_choose_page_child"),
    path("images/", views.image_list),
    path("images/results/", views.image_results),
    path("images/chooser/", views.choose_image),
    path("documents/", views.document_list),
    path("documents/results/", views.document_results),
]
