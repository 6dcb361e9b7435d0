package dev.trellis.local.surface;

import dev.trellis.console.desk.IdentityDesk;
import dev.trellis.console.view.AccountsView;
import dev.trellis.console.view.AudienceView;
import dev.trellis.console.view.LeadsView;
import dev.trellis.console.view.MailPreviews;
import dev.trellis.console.view.MailView;
import dev.trellis.console.view.ReadersView;
import dev.trellis.console.view.ReportsView;
import dev.trellis.core.playbook.Playbook;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where pages read what they show.
 *
 * @param mails every mail sent, newest last
 */
record Sources(
    Playbook playbook,
    InstantSource clock,
    Supplier<List<MailView>> mails,
    LeadsView leads,
    AccountsView accounts,
    AudienceView audiences,
    ReportsView reports,
    ReadersView readers,
    CrmRecords records,
    IdentityDesk desk,
    MailPreviews previews) {}
