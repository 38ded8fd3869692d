"""The kinds of partner that the handreiking names, and a few of a library's own."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PartnerKind(TextChoices):
    """Kind of organisation (handreiking, "Mogelijke samenwerkingspartners")."""

    LIBRARY = "library", _("library")
    FORMS_BRIGADE = "forms_brigade", _("help with forms")
    MENTAL_HEALTH = "mental_health", _("public and mental health")
    VOLUNTEERS = "volunteers", _("volunteer organisation")
    YOUTH_WORK = "youth_work", _("youth work")
    LEGAL_HELP = "legal_help", _("legal help")
    HOME_ADMINISTRATION = "home_administration", _("help with household papers")
    CARERS_SUPPORT = "carers_support", _("support for carers")
    SENIORS_UNION = "seniors_union", _("union of seniors")
    POLICE = "police", _("neighbourhood police")
    DEBT_HELP = "debt_help", _("help with debts")
    SEPARATION_CAFE = "separation_cafe", _("help with a divorce")
    DISABILITY_SUPPORT = "disability_support", _("support with a disability")
    SOCIAL_COUNSELLORS = "social_counsellors", _("social counsellors")
    NEIGHBOURHOOD_TEAM = "neighbourhood_team", _("neighbourhood team")
    LANGUAGE_BUDDIES = "language_buddies", _("language buddies")
    VOLUNTEER_CENTRE = "volunteer_centre", _("volunteer centre")
    REFUGEE_SUPPORT = "refugee_support", _("support for refugees")
    WELFARE = "welfare", _("welfare organisation")
    HOUSING_CORPORATION = "housing_corporation", _("housing corporation")
    SAFETY_NETWORK = "safety_network", _("charity")
    COMMERCIAL = "commercial", _("company")
