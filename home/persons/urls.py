from django.urls import path

from home.persons import views

app_name = "persons"
urlpatterns = [path("", views.find, name="find")]
