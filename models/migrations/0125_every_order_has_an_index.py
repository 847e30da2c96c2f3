"""Every order of a list of rows that grow in number, and every way to them, has an index (decision 0132)."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('models', '0124_log_rows_stay_whole')]

    initial = False
    expands = True

    operations = [
        ops.AddIndex(
            model_name='Attendance',
            index=Index(fields=['modified_at', 'id'], name='attendance_modified'),
        ),
        ops.AddIndex(
            model_name='Attendance',
            index=Index(fields=['unit_id', 'id'], name='attendance_unit_order_page'),
        ),
        ops.AddIndex(
            model_name='Attendance',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='attendance_unit_modified'),
        ),
        ops.AddIndex(
            model_name='Attendance',
            index=Index(fields=['workplace_id', 'id'], name='attendance_workplace_order_page'),
        ),
        ops.AddIndex(
            model_name='Attendance',
            index=Index(fields=['workplace_id', 'modified_at', 'id'], name='attendance_workplace_modified'),
        ),
        ops.AddIndex(
            model_name='BinItem',
            index=Index(fields=['modified_at', 'id'], name='bin_item_modified'),
        ),
        ops.AddIndex(
            model_name='BinItem',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='bin_item_unit_modified'),
        ),
        ops.AddIndex(
            model_name='BinItem',
            index=Index(fields=['unit_id', 'purge_on', 'id'], name='bin_item_unit_purge_on'),
        ),
        ops.AddIndex(
            model_name='BinItem',
            index=Index(fields=['agency_id', 'modified_at', 'id'], name='bin_item_agency_modified'),
        ),
        ops.AddIndex(
            model_name='BinItem',
            index=Index(fields=['agency_id', 'purge_on', 'id'], name='bin_item_agency_purge_on'),
        ),
        ops.AddIndex(
            model_name='BinItem',
            index=Index(fields=['created_by', 'id'], name='bin_item_author_order'),
        ),
        ops.AddIndex(
            model_name='BreachLetter',
            index=Index(fields=['modified_at', 'id'], name='breach_letter_modified'),
        ),
        ops.AddIndex(
            model_name='BreachLetter',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='breach_letter_unit_modified'),
        ),
        ops.AddIndex(
            model_name='Client',
            index=Index(fields=['modified_at', 'id'], name='client_modified'),
        ),
        ops.AddIndex(
            model_name='Client',
            index=Index(fields=['unit_id', 'id'], name='client_unit_order_page'),
        ),
        ops.AddIndex(
            model_name='Client',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='client_unit_modified'),
        ),
        ops.RemoveIndex(
            model_name='ClientInvitation',
            name='client_invitation_unit',
            fields=None,
        ),
        ops.AddIndex(
            model_name='ClientInvitation',
            index=Index(fields=['modified_at', 'id'], name='client_invitation_modified'),
        ),
        ops.AddIndex(
            model_name='ClientInvitation',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='client_invitation_unit_modified'),
        ),
        ops.AddIndex(
            model_name='ClientInvitation',
            index=Index(fields=['client_id'], name='client_invitation_client'),
        ),
        ops.AddIndex(
            model_name='ClientInvitation',
            index=Index(fields=['unit_id', 'id'], name='client_invitation_unit_order'),
        ),
        ops.AddIndex(
            model_name='CoachingNote',
            index=Index(fields=['modified_at', 'id'], name='coaching_note_modified'),
        ),
        ops.AddIndex(
            model_name='CoachingNote',
            index=Index(fields=['occurred_at', 'id'], name='coaching_note_occurred_at'),
        ),
        ops.AddIndex(
            model_name='CoachingNote',
            index=Index(fields=['unit_id', 'id'], name='coaching_note_unit_order_page'),
        ),
        ops.AddIndex(
            model_name='CoachingNote',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='coaching_note_unit_modified'),
        ),
        ops.AddIndex(
            model_name='CoachingNote',
            index=Index(fields=['created_by', 'id'], name='coaching_note_author_order'),
        ),
        ops.AddIndex(
            model_name='Consent',
            index=Index(fields=['modified_at', 'id'], name='consent_modified'),
        ),
        ops.AddIndex(
            model_name='Consent',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='consent_unit_modified'),
        ),
        ops.AddIndex(
            model_name='Consent',
            index=Index(fields=['agency_id', 'modified_at', 'id'], name='consent_agency_modified'),
        ),
        ops.AddIndex(
            model_name='Contract',
            index=Index(fields=['modified_at', 'id'], name='contract_modified'),
        ),
        ops.AddIndex(
            model_name='Contract',
            index=Index(fields=['unit_id', 'id'], name='contract_unit_order_page'),
        ),
        ops.AddIndex(
            model_name='Contract',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='contract_unit_modified'),
        ),
        ops.AddIndex(
            model_name='Contract',
            index=Index(fields=['workplace_id', 'id'], name='contract_workplace_order_page'),
        ),
        ops.AddIndex(
            model_name='Contract',
            index=Index(fields=['workplace_id', 'modified_at', 'id'], name='contract_workplace_modified'),
        ),
        ops.AddIndex(
            model_name='DataRequest',
            index=Index(fields=['modified_at', 'id'], name='data_request_modified'),
        ),
        ops.AddIndex(
            model_name='Delivery',
            index=Index(fields=['modified_at', 'id'], name='delivery_modified'),
        ),
        ops.AddIndex(
            model_name='DisclosureNotice',
            index=Index(fields=['modified_at', 'id'], name='disclosure_notice_modified'),
        ),
        ops.AddIndex(
            model_name='DisclosureNotice',
            index=Index(fields=['noted_at', 'id'], name='disclosure_notice_noted_at'),
        ),
        ops.AddIndex(
            model_name='DisclosureNotice',
            index=Index(fields=['agency_id', 'modified_at', 'id'], name='disclosure_notice_agency_modified'),
        ),
        ops.AddIndex(
            model_name='DisclosureNotice',
            index=Index(fields=['agency_id', 'noted_at', 'id'], name='disclosure_notice_agency_noted_at'),
        ),
        ops.AddIndex(
            model_name='EmergencyAccess',
            index=Index(fields=['modified_at', 'id'], name='emergency_access_modified'),
        ),
        ops.AddIndex(
            model_name='EmergencyAccess',
            index=Index(fields=['unit_id', 'id'], name='emergency_access_unit_order_page'),
        ),
        ops.AddIndex(
            model_name='EmergencyAccess',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='emergency_access_unit_modified'),
        ),
        ops.AddIndex(
            model_name='EmergencyAccess',
            index=Index(fields=['account_id', 'id'], name='emergency_access_account_order'),
        ),
        ops.AddIndex(
            model_name='FormAnswer',
            index=Index(fields=['modified_at', 'id'], name='form_answer_modified'),
        ),
        ops.AddIndex(
            model_name='FormAnswer',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='form_answer_unit_modified'),
        ),
        ops.AddIndex(
            model_name='FormAnswer',
            index=Index(fields=['agency_id', 'modified_at', 'id'], name='form_answer_agency_modified'),
        ),
        ops.AddIndex(
            model_name='FormAnswer',
            index=Index(fields=['entered_by', 'id'], name='form_answer_author_order'),
        ),
        ops.AddIndex(
            model_name='Goal',
            index=Index(fields=['modified_at', 'id'], name='goal_modified'),
        ),
        ops.AddIndex(
            model_name='Goal',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='goal_unit_modified'),
        ),
        ops.AddIndex(
            model_name='IdentityMatch',
            index=Index(fields=['modified_at', 'id'], name='identity_match_modified'),
        ),
        ops.AddIndex(
            model_name='IdentityMatch',
            index=Index(fields=['noticed_at', 'id'], name='identity_match_noticed_at'),
        ),
        ops.AddIndex(
            model_name='IdentityMatch',
            index=Index(fields=['client_id'], name='identity_match_client'),
        ),
        ops.AddIndex(
            model_name='LegalHold',
            index=Index(fields=['modified_at', 'id'], name='legal_hold_modified'),
        ),
        ops.AddIndex(
            model_name='LegalHold',
            index=Index(fields=['starts_on', 'id'], name='legal_hold_starts_on'),
        ),
        ops.AddIndex(
            model_name='LegalHold',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='legal_hold_unit_modified'),
        ),
        ops.AddIndex(
            model_name='LegalHold',
            index=Index(fields=['unit_id', 'starts_on', 'id'], name='legal_hold_unit_starts_on'),
        ),
        ops.AddIndex(
            model_name='LoginEvent',
            index=Index(fields=['modified_at', 'id'], name='login_event_modified'),
        ),
        ops.AddIndex(
            model_name='LoginEvent',
            index=Index(fields=['at', 'id'], name='login_event_at'),
        ),
        ops.AddIndex(
            model_name='Measure',
            index=Index(fields=['modified_at', 'id'], name='measure_modified'),
        ),
        ops.AddIndex(
            model_name='Measure',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='measure_unit_modified'),
        ),
        ops.AddIndex(
            model_name='NoticeAcceptance',
            index=Index(fields=['modified_at', 'id'], name='notice_acceptance_modified'),
        ),
        ops.AddIndex(
            model_name='NoticeAcceptance',
            index=Index(fields=['created_by', 'id'], name='notice_acceptance_author_order'),
        ),
        ops.AddIndex(
            model_name='Notification',
            index=Index(fields=['modified_at', 'id'], name='notification_modified'),
        ),
        ops.AddIndex(
            model_name='Programme',
            index=Index(fields=['modified_at', 'id'], name='programme_modified'),
        ),
        ops.AddIndex(
            model_name='Programme',
            index=Index(fields=['unit_id', 'id'], name='programme_unit_order_page'),
        ),
        ops.AddIndex(
            model_name='Programme',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='programme_unit_modified'),
        ),
        ops.AddIndex(
            model_name='PurgeItem',
            index=Index(fields=['modified_at', 'id'], name='purge_item_modified'),
        ),
        ops.AddIndex(
            model_name='Rectification',
            index=Index(fields=['modified_at', 'id'], name='rectification_modified'),
        ),
        ops.AddIndex(
            model_name='Referral',
            index=Index(fields=['modified_at', 'id'], name='referral_modified'),
        ),
        ops.AddIndex(
            model_name='Referral',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='referral_unit_modified'),
        ),
        ops.AddIndex(
            model_name='Referral',
            index=Index(fields=['unit_id', 'sort_key', 'id'], name='referral_unit_sort_key'),
        ),
        ops.AddIndex(
            model_name='Referral',
            index=Index(fields=['agency_id', 'modified_at', 'id'], name='referral_agency_modified'),
        ),
        ops.AddIndex(
            model_name='Referral',
            index=Index(fields=['agency_id', 'sort_key', 'id'], name='referral_agency_sort_key'),
        ),
        ops.AddIndex(
            model_name='Referral',
            index=Index(fields=['entered_by', 'id'], name='referral_author_order'),
        ),
        ops.AddIndex(
            model_name='Relationship',
            index=Index(fields=['modified_at', 'id'], name='relationship_modified'),
        ),
        ops.AddIndex(
            model_name='Relationship',
            index=Index(fields=['started_on', 'id'], name='relationship_started_on'),
        ),
        ops.AddIndex(
            model_name='Relationship',
            index=Index(fields=['unit_id', 'id'], name='relationship_unit_order_page'),
        ),
        ops.AddIndex(
            model_name='Relationship',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='relationship_unit_modified'),
        ),
        ops.AddIndex(
            model_name='Substitution',
            index=Index(fields=['modified_at', 'id'], name='substitution_modified'),
        ),
        ops.AddIndex(
            model_name='Substitution',
            index=Index(fields=['unit_id', 'id'], name='substitution_unit_order'),
        ),
        ops.AddIndex(
            model_name='Substitution',
            index=Index(fields=['unit_id', 'modified_at', 'id'], name='substitution_unit_modified'),
        ),
        ops.AddIndex(
            model_name='SupportAccess',
            index=Index(fields=['modified_at', 'id'], name='support_access_modified'),
        ),
        ops.AddIndex(
            model_name='SupportAccess',
            index=Index(fields=['whole_unit_id', 'modified_at', 'id'], name='support_access_whole_unit_id_modified'),
        ),
        ops.AddIndex(
            model_name='Withholding',
            index=Index(fields=['modified_at', 'id'], name='withholding_modified'),
        ),
    ]
