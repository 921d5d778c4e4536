/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-member.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* Erases what is personal about a member, in one transaction, durably; what the team's totals are made of stays.
 *
 * Gone: name (a neutral one takes its place), e-mail, role, other names and ids, ramp; goals with their log and who may
 * see them; pay and plans; leave; conversations that were not sealed, and the actions from all of them; the words of
 * sealed conversations and addenda, with the salts of their seals, so that the chain still verifies and the digests
 * tell nothing; the words of commitments and targets; what imports kept of all this, and saved mappings that name the
 * member. Staying: the first and last day (today where there was none), memberships, quotas, the numbers of
 * commitments and targets, actuals, opportunities; and what stands about the member in others' records.
 *
 * It cannot be undone, and clears undo and redo. After it the file is written anew, so that nothing stays in unused
 * parts of it: compacted (nullable) is FALSE where that failed, and accord_workspace_compact() may be tried again. On
 * FALSE everything is as it was. Backups made before still hold the member (accord-backup.h). */
gboolean accord_workspace_erase_member (AccordWorkspace *self,
                                        AccordMember    *member,
                                        gboolean        *compacted,
                                        GError         **error);

/* Writes the file anew without its unused parts. On FALSE it is as it was. */
gboolean accord_workspace_compact (AccordWorkspace *self,
                                   GError         **error);

G_END_DECLS
