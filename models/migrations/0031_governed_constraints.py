"""One published version of a lineage, one open copy, an acceptance once; copies lead to what they were made of."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = """
CREATE UNIQUE INDEX privacy_notice_published ON privacy_notice (lineage_id) WHERE state = 'PUBLISHED';
CREATE UNIQUE INDEX privacy_notice_open_copy ON privacy_notice (copy_of_id) WHERE state IN ('DRAFT', 'IN_REVIEW');
ALTER TABLE privacy_notice ADD CONSTRAINT privacy_notice_copy_of FOREIGN KEY (copy_of_id) REFERENCES privacy_notice (id);
CREATE UNIQUE INDEX form_template_published ON form_template (lineage_id) WHERE state = 'PUBLISHED';
CREATE UNIQUE INDEX form_template_open_copy ON form_template (copy_of_id) WHERE state IN ('DRAFT', 'IN_REVIEW');
ALTER TABLE form_template ADD CONSTRAINT form_template_copy_of FOREIGN KEY (copy_of_id) REFERENCES form_template (id);
ALTER TABLE form_template ADD CONSTRAINT form_template_kind CHECK (kind IN ('REFERRAL', 'PLAN', 'ASSESSMENT'));
ALTER TABLE term ADD CONSTRAINT term_copy_of FOREIGN KEY (copy_of_id) REFERENCES term (id);
ALTER TABLE service_type ADD CONSTRAINT service_type_copy_of FOREIGN KEY (copy_of_id) REFERENCES service_type (id);
CREATE UNIQUE INDEX bin_item_content ON bin_item (content_id) WHERE state <> 'RESTORED';
ALTER TABLE setting ADD CONSTRAINT setting_once UNIQUE (place);
ALTER TABLE setting ADD CONSTRAINT setting_recycle_days CHECK (recycle_days BETWEEN 1 AND 365);
ALTER TABLE setting ADD CONSTRAINT setting_announcement_days CHECK (announcement_days BETWEEN 1 AND 365);
ALTER TABLE setting ADD CONSTRAINT setting_root_page_most CHECK (root_page_most BETWEEN 1 AND 200);
ALTER TABLE setting ADD CONSTRAINT setting_nested_page_most CHECK (nested_page_most BETWEEN 1 AND 400);
ALTER TABLE announcement ADD CONSTRAINT announcement_period CHECK (ends_before > starts_on);
ALTER TABLE notice_acceptance ADD CONSTRAINT notice_acceptance_once UNIQUE (notice_id, account_id);
"""
BACKWARD = """
ALTER TABLE notice_acceptance DROP CONSTRAINT notice_acceptance_once;
ALTER TABLE announcement DROP CONSTRAINT announcement_period;
ALTER TABLE privacy_notice DROP CONSTRAINT privacy_notice_copy_of;
ALTER TABLE setting DROP CONSTRAINT setting_nested_page_most;
ALTER TABLE setting DROP CONSTRAINT setting_root_page_most;
ALTER TABLE setting DROP CONSTRAINT setting_announcement_days;
ALTER TABLE setting DROP CONSTRAINT setting_recycle_days;
ALTER TABLE setting DROP CONSTRAINT setting_once;
DROP INDEX bin_item_content;
ALTER TABLE service_type DROP CONSTRAINT service_type_copy_of;
ALTER TABLE term DROP CONSTRAINT term_copy_of;
ALTER TABLE form_template DROP CONSTRAINT form_template_kind;
ALTER TABLE form_template DROP CONSTRAINT form_template_copy_of;
DROP INDEX form_template_open_copy;
DROP INDEX form_template_published;
DROP INDEX privacy_notice_open_copy;
DROP INDEX privacy_notice_published;
"""


class Migration(migrations.Migration):
    """Runs after the tables."""

    dependencies = [("models", "0030_governed")]
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
