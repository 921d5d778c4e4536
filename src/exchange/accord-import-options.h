/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-error.h"
#include "accord-import-mapping.h"
#include "accord-opportunities.h"

G_BEGIN_DECLS

/* Which of the numbers of a date is what. */
typedef enum
{
  ACCORD_DATE_ORDER_AUTO, /* told from the file, or asked for */
  ACCORD_DATE_ORDER_YMD,
  ACCORD_DATE_ORDER_DMY,
  ACCORD_DATE_ORDER_MDY,
} AccordDateOrder;

/**
 * AccordImportOptions:
 * @encoding: the file's, NULL to find out
 * @delimiter: one character or "tab", NULL to find out
 * @decimal: ',' or '.', or '\0' to find out
 * @date_order: how dates of figures alone are read
 * @create_members: a member that a row names and nobody knows is added, with no start (not in a file of members)
 * @update: a key that is there already is given the file's values, instead of being skipped
 * @sum: rows of the same key add up
 * @all_or_nothing: one refused row refuses the file
 * @observed: the day of which the file's opportunities are, for the history of stages; ACCORD_DATE_NONE is the day of the
 *            import. A property of this one file: it is not saved with a mapping.
 *
 * How a file is to be read. Which column is which field is told from the headers, but for what
 * accord_import_options_map() and _set() say.
 */
typedef struct
{
  char *encoding;
  char *delimiter;
  char decimal;
  AccordDateOrder date_order;
  gboolean create_members;
  gboolean update;
  gboolean sum;
  gboolean all_or_nothing;
  AccordDate observed;

  /*< private >*/
  GPtrArray *maps;
  GPtrArray *sets;
  GHashTable *stages;
  GHashTable *persons;
} AccordImportOptions;

AccordImportOptions *accord_import_options_new (void);
AccordImportOptions *accord_import_options_copy (const AccordImportOptions *self);
void accord_import_options_free (AccordImportOptions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordImportOptions, accord_import_options_free)

/* "auto", "YMD", "DMY", "MDY"; FALSE leaves order alone. */
gboolean accord_date_order_parse (const char      *text,
                                  AccordDateOrder *order);
const char *accord_date_order_get_nick (AccordDateOrder order);

/* A field's column, by its header as it stands in the file; "" leaves the field out though a header looks like it. A
 * field mapped again is mapped anew, but for "alias", which takes several. */
void accord_import_options_map (AccordImportOptions *self,
                                const char          *field,
                                const char          *header);

/* Gives a field the same value in every row, whatever the file has. */
void accord_import_options_set (AccordImportOptions *self,
                                const char          *field,
                                const char          *value);

/* What a stage of opportunities means, by its name without regard to case; what was not said is guessed. get gives FALSE
 * where nothing was said. */
void accord_import_options_set_stage (AccordImportOptions   *self,
                                      const char            *stage,
                                      AccordOpportunityState state);
gboolean accord_import_options_get_stage (const AccordImportOptions *self,
                                          const char                *stage,
                                          AccordOpportunityState    *state);

/* Whom a text in the column of members means, without regard to case: a member's id, 0 for somebody new of that name, or
 * ACCORD_IMPORT_NOBODY, whose rows are refused. It counts where nobody is known by that name, and the member is there still.
 * get gives FALSE where nothing was said. */
#define ACCORD_IMPORT_NOBODY (-1)
void accord_import_options_set_person (AccordImportOptions *self,
                                       const char          *text,
                                       gint64               member);
gboolean accord_import_options_get_person (const AccordImportOptions *self,
                                           const char                *text,
                                           gint64                    *member);

/* Takes over what from says of stages and persons. */
void accord_import_options_take_answers (AccordImportOptions       *self,
                                         const AccordImportOptions *from);

/* "open", "won", "lost"; FALSE leaves state alone. */
gboolean accord_import_state_parse (const char             *text,
                                    AccordOpportunityState *state);

const char *accord_import_state_get_word (AccordOpportunityState state);

/* What was mapped and set: n pairs. Borrowed. */
guint accord_import_options_get_n_maps (const AccordImportOptions *self);
void accord_import_options_get_map (const AccordImportOptions *self,
                                    guint                      i,
                                    const char               **field,
                                    const char               **header);
guint accord_import_options_get_n_sets (const AccordImportOptions *self);
void accord_import_options_get_set (const AccordImportOptions *self,
                                    guint                      i,
                                    const char               **field,
                                    const char               **value);

/* For AccordImportMapping's settings. Reading ignores members that it does not know. ACCORD_IMPORT_ERROR_OPTIONS. */
char *accord_import_options_to_json (const AccordImportOptions *self);
AccordImportOptions *accord_import_options_from_json (const char *json,
                                                      GError    **error);

/**
 * AccordImportField:
 * @name: as --map and --set call it, not translated
 * @title: for reading, translated by the caller with _()
 * @required: whether a file without it cannot be imported
 */
typedef struct
{
  const char *name;
  const char *title;
  gboolean required;
} AccordImportField;

/* The fields of a kind of file, in the order in which they are shown. */
const AccordImportField *accord_import_kind_get_fields (AccordImportKind kind,
                                                        guint           *n_fields);

G_END_DECLS
