"""Which addresses of the admin a library's staff may use, and whose the thing they name must be.

What is not in the table is not there for them: a new address of Wagtail, or of a package, is closed until
somebody has read what it shows. Addresses whose view checks the library itself (the lists of snippets, our own
screens) carry ``checks_library`` and need no row.

A row maps a part of the request to what it must name:

- ``"page_id"``: a part of the path,
- ``"?id"``: every value of that name in the query,
- ``"+collection"``: every value of that name in the posted form.
"""

# What a part of a request names. Everything has to belong to one of the user's own libraries.
PAGE = "page"
PAGE_OR_ROOT = "page or the root of the tree, under which only own homes are listed"
IMAGE = "image"
DOCUMENT = "document"
COLLECTION = "collection"
TRANSLATION = "translation"
TASK_STATE = "task state"
TASK = "task of a workflow that is set on an own page"
WORKFLOW_STATE = "workflow state"
REVISION = "revision, or a word such as live or latest"
UPLOAD = "file that this user uploaded"
OBJECT = "row of the model named by app_label and model_name"
BULK = "action on the rows in the query, of the model named by app_label and model_name"
ONE = "the figure 1"

Row = dict[str, str]
NOTHING_NAMED: Row = {}
ONE_PAGE: Row = {"page_id": PAGE}
ONE_IMAGE: Row = {"image_id": IMAGE, "+collection": COLLECTION}
ONE_DOCUMENT: Row = {"document_id": DOCUMENT, "+collection": COLLECTION}

# Open to anybody with an account: nothing of any library is in it.
FOR_ALL = frozenset({"wagtailadmin_logout", "wagtailadmin_sprite", "wagtailadmin_javascript_catalog"})

# Closed to everybody, the network administrator included: they make aliases, or publish a translation with gaps.
FOR_NOBODY = frozenset(
    {
        "wagtailadmin_api:pages:action",
        "wagtailadmin_pages:convert_alias",
        "wagtail_localize:convert_to_alias",
        "wagtail_localize:machine_translate",
        "wagtail_localize:stop_translation",
        "wagtail_localize:submit_snippet_translation",
        "wagtailadmin_error_test",
    }
)

FOR_STAFF: dict[str, Row] = {
    # The frame: what every screen needs.
    "wagtailadmin_home": NOTHING_NAMED,
    "wagtailadmin_account": NOTHING_NAMED,
    "wagtailadmin_dismissibles": NOTHING_NAMED,
    "wagtailadmin_block_preview": NOTHING_NAMED,
    "wagtailadmin_editing_sessions:ping": {"object_id": OBJECT},
    "wagtailadmin_editing_sessions:release": NOTHING_NAMED,
    # The tree of pages. The sidebar reads it through the API, and only ever for the explorer.
    "wagtailadmin_explore_root": NOTHING_NAMED,
    "wagtailadmin_explore": {"parent_page_id": PAGE_OR_ROOT},
    "wagtailadmin_explore_results": {"parent_page_id": PAGE_OR_ROOT},
    "wagtailadmin_api:pages:listing": {"?for_explorer": ONE, "?child_of": PAGE_OR_ROOT},
    "wagtailadmin_api:pages:detail": {"pk": PAGE_OR_ROOT},
    "wagtailadmin_api:images:detail": {"pk": IMAGE},
    "wagtailadmin_api:documents:detail": {"pk": DOCUMENT},
    "wagtailadmin_pages:search": NOTHING_NAMED,
    "wagtailadmin_pages:search_results": NOTHING_NAMED,
    "wagtail_bulk_action": {"action": BULK, "+chooser": PAGE, "+collection": COLLECTION},
    # One page.
    "wagtailadmin_pages:add": {"parent_page_id": PAGE},
    "wagtailadmin_pages:preview_on_add": {"parent_page_id": PAGE},
    "wagtailadmin_pages:add_subpage": {"parent_page_id": PAGE},
    "wagtailadmin_pages:usage": ONE_PAGE,
    "wagtailadmin_pages:edit": ONE_PAGE,
    "wagtailadmin_pages:preview_on_edit": ONE_PAGE,
    "wagtailadmin_pages:view_draft": ONE_PAGE,
    "wagtailadmin_pages:delete": ONE_PAGE,
    "wagtailadmin_pages:unpublish": ONE_PAGE,
    "wagtailadmin_pages:lock": ONE_PAGE,
    "wagtailadmin_pages:unlock": ONE_PAGE,
    "wagtailadmin_pages:move": {"page_to_move_id": PAGE, "+new_parent_page": PAGE},
    "wagtailadmin_pages:move_confirm": {"page_to_move_id": PAGE, "destination_id": PAGE},
    "wagtailadmin_pages:set_page_position": {"page_to_move_id": PAGE},
    "wagtailadmin_pages:copy": {"page_id": PAGE, "+new_parent_page": PAGE},
    # Help with plain language, and publishing after its warning; nothing of another page is in the answer.
    "plain_language:check": ONE_PAGE,
    "plain_language:check_on_add": {"parent_page_id": PAGE},
    "plain_language:check_translation": ONE_PAGE,
    "plain_language:publish": ONE_PAGE,
    # Its history and its way through a workflow.
    "wagtailadmin_pages:history": ONE_PAGE,
    "wagtailadmin_pages:history_results": ONE_PAGE,
    "wagtailadmin_pages:revisions_index": ONE_PAGE,
    "wagtailadmin_pages:revisions_view": {"page_id": PAGE, "revision_id": REVISION},
    "wagtailadmin_pages:revisions_revert": {"page_id": PAGE, "revision_id": REVISION},
    "wagtailadmin_pages:revisions_unschedule": {"page_id": PAGE, "revision_id": REVISION},
    "wagtailadmin_pages:revisions_compare": {"pk": PAGE, "revision_id_a": REVISION, "revision_id_b": REVISION},
    "wagtailadmin_pages:workflow_action": {"page_id": PAGE, "task_state_id": TASK_STATE},
    "wagtailadmin_pages:collect_workflow_action_data": {"page_id": PAGE, "task_state_id": TASK_STATE},
    "wagtailadmin_pages:confirm_workflow_cancellation": ONE_PAGE,
    "wagtailadmin_pages:workflow_preview": {"page_id": PAGE, "task_id": TASK},
    "wagtailadmin_pages:workflow_history": ONE_PAGE,
    "wagtailadmin_pages:workflow_history_detail": {"page_id": PAGE, "workflow_state_id": WORKFLOW_STATE},
    # Choosing a page or a link. The lists are scoped by a hook.
    "wagtailadmin_choose_page": NOTHING_NAMED,
    "wagtailadmin_choose_page_child": {"parent_page_id": PAGE_OR_ROOT},
    "wagtailadmin_choose_page_search": NOTHING_NAMED,
    "wagtailadmin_choose_page_chosen_multiple": {"?id": PAGE},
    "wagtailadmin_choose_page_external_link": NOTHING_NAMED,
    "wagtailadmin_choose_page_email_link": NOTHING_NAMED,
    "wagtailadmin_choose_page_phone_link": NOTHING_NAMED,
    "wagtailadmin_choose_page_anchor_link": NOTHING_NAMED,
    # Pictures. The lists, and the chooser, are ours (`home.tenant.gate.views`).
    "wagtailimages:add": {"+collection": COLLECTION},
    "wagtailimages:edit": ONE_IMAGE,
    "wagtailimages:delete": ONE_IMAGE,
    "wagtailimages:image_usage": ONE_IMAGE,
    "wagtailimages:add_multiple": {"+collection": COLLECTION},
    "wagtailimages:edit_multiple": ONE_IMAGE,
    "wagtailimages:delete_multiple": ONE_IMAGE,
    "wagtailimages:create_multiple_from_uploaded_image": {"uploaded_file_id": UPLOAD, "+collection": COLLECTION},
    "wagtailimages:delete_upload_multiple": {"uploaded_file_id": UPLOAD},
    "wagtailimages_chooser:choose_results": {"?collection_id": COLLECTION},
    "wagtailimages_chooser:chosen": {"pk": IMAGE},
    "wagtailimages_chooser:chosen_multiple": {"?id": IMAGE},
    "wagtailimages_chooser:create": {"+image-chooser-upload-collection": COLLECTION},
    "wagtailimages_chooser:select_format": {"image_id": IMAGE},
    # Documents. The lists are ours.
    "wagtaildocs:add": {"+collection": COLLECTION},
    "wagtaildocs:edit": ONE_DOCUMENT,
    "wagtaildocs:delete": ONE_DOCUMENT,
    "wagtaildocs:document_usage": ONE_DOCUMENT,
    "wagtaildocs:add_multiple": {"+collection": COLLECTION},
    "wagtaildocs:edit_multiple": {"doc_id": DOCUMENT, "+collection": COLLECTION},
    "wagtaildocs:delete_multiple": {"doc_id": DOCUMENT},
    "wagtaildocs:create_multiple_from_uploaded_document": {"uploaded_file_id": UPLOAD, "+collection": COLLECTION},
    "wagtaildocs:delete_upload_multiple": {"uploaded_file_id": UPLOAD},
    "wagtaildocs_chooser:choose": {"?collection_id": COLLECTION},
    "wagtaildocs_chooser:choose_results": {"?collection_id": COLLECTION},
    "wagtaildocs_chooser:chosen": {"pk": DOCUMENT},
    "wagtaildocs_chooser:chosen_multiple": {"?id": DOCUMENT},
    "wagtaildocs_chooser:create": {"+document-chooser-upload-collection": COLLECTION},
    # Translating. The addresses that submit and update are ours (`home.words.translation`).
    "wagtail_localize:javascript_catalog": NOTHING_NAMED,
    "wagtail_localize:edit_string_translation": {"translation_id": TRANSLATION},
    "wagtail_localize:download_pofile": {"translation_id": TRANSLATION},
    "wagtail_localize:upload_pofile": {"translation_id": TRANSLATION},
    "wagtail_localize:preview_translation": {"translation_id": TRANSLATION},
}
