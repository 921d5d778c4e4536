/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-reading.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-date-row.h"
#include "accord-import-field-list.h"
#include "accord-import-person-list.h"
#include "accord-import-stage-list.h"

/* A way to read the file: how the options call it, and how people do. value NULL is the automatic choice. */
typedef struct
{
  const char *value;
  const char *title;
} Choice;

struct _AccordImportReading
{
  AdwBin parent_instance;

  gboolean updating;
  AccordImportKind kind;
  AccordImportOptions *answers; /* what was said of stages and persons */
  /* Of Choice, as the rows show them: the tables below, and what a saved mapping names besides. */
  char *other_encoding;
  char *other_delimiter;

  AdwComboRow *encoding_row;
  AdwComboRow *delimiter_row;
  AdwComboRow *decimal_row;
  AdwComboRow *date_row;
  AccordImportFieldList *field_list;
  AccordImportStageList *stage_list;
  AccordImportPersonList *person_list;
  AccordDateRow *observed_row;
  GtkSwitch *update_switch;
  AdwActionRow *create_row;
  GtkSwitch *create_switch;
  AdwActionRow *sum_row;
  GtkSwitch *sum_switch;
  GtkSwitch *all_switch;
};

G_DEFINE_FINAL_TYPE (AccordImportReading, accord_import_reading, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static const Choice encodings[] = {
  { NULL, NULL },
  { "UTF-8", "UTF-8" },
  { "UTF-16", "UTF-16" },
  { "WINDOWS-1252", N_("Windows-1252 (Western)") },
  { "ISO-8859-15", N_("ISO 8859-15 (Western)") },
  { "WINDOWS-1250", N_("Windows-1250 (Central European)") },
  { "WINDOWS-1251", N_("Windows-1251 (Cyrillic)") },
  { "WINDOWS-1253", N_("Windows-1253 (Greek)") },
  { "WINDOWS-1254", N_("Windows-1254 (Turkish)") },
  { "MACINTOSH", N_("Mac Roman (Western)") },
  { "IBM850", N_("IBM 850 (DOS, Western)") },
  { "IBM437", N_("IBM 437 (DOS, American)") },
  { "SHIFT_JIS", N_("Shift JIS (Japanese)") },
  { "GB18030", N_("GB 18030 (Chinese)") },
};

static const Choice delimiters[] = {
  { NULL, NULL },
  { ",", NC_("delimiter", "Comma") },
  { ";", NC_("delimiter", "Semicolon") },
  { "tab", NC_("delimiter", "Tab") },
  { "|", NC_("delimiter", "Vertical bar") },
};

static const Choice decimals[] = {
  { NULL, NULL },
  { ".", N_("Point: 1,234.56") },
  { ",", N_("Comma: 1.234,56") },
};

/* In the order of AccordDateOrder. */
static const Choice date_orders[] = {
  { NULL, NULL },
  { "YMD", N_("Year, month, day") },
  { "DMY", N_("Day, month, year") },
  { "MDY", N_("Month, day, year") },
};

static const char *
choice_get_title (const Choice *choice)
{
  /* Those with a context are not found without it, and the other way round. */
  return choice >= delimiters && choice < delimiters + G_N_ELEMENTS (delimiters)
           ? g_dpgettext2 (NULL, "delimiter", choice->title)
           : _(choice->title);
}

static const char *
choices_find_title (const Choice *choices,
                    gsize         n_choices,
                    const char   *value)
{
  for (gsize i = 1; i < n_choices; i++)
    {
      if (g_ascii_strcasecmp (choices[i].value, value) == 0)
        return choice_get_title (&choices[i]);
    }

  return value;
}

/* The index of the value among the choices; behind the last of them for one that is not there. */
static guint
choices_find (const Choice *choices,
              gsize         n_choices,
              const char   *value)
{
  guint i = 1;

  if (value == NULL || *value == '\0' || g_ascii_strcasecmp (value, "auto") == 0)
    return 0;
  while (i < n_choices && g_ascii_strcasecmp (choices[i].value, value) != 0)
    i++;

  return i;
}

/* Makes the row's list: what was found first, the choices, and one that only a mapping named. */
static void
reading_fill_row (AccordImportReading *self,
                  AdwComboRow         *row,
                  const Choice        *choices,
                  gsize                n_choices,
                  const char          *found,
                  const char          *other)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *automatic = NULL;
  guint selected = adw_combo_row_get_selected (row);
  GListModel *shown = adw_combo_row_get_model (row);

  /* Translators: %s is an encoding, a delimiter or a way to write numbers or dates that the program found out. */
  automatic = found != NULL ? g_strdup_printf (_("Detected: %s"), found) : g_strdup (_("Automatic"));
  gtk_string_list_append (list, automatic);
  for (gsize i = 1; i < n_choices; i++)
    gtk_string_list_append (list, choice_get_title (&choices[i]));
  if (other != NULL)
    gtk_string_list_append (list, other);

  /* A list that is open while the answer comes in stays as it is where it can. */
  if (shown != NULL && g_list_model_get_n_items (shown) == g_list_model_get_n_items (G_LIST_MODEL (list))
      && g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (shown), 0), automatic) == 0)
    return;

  self->updating = TRUE;
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected == GTK_INVALID_LIST_POSITION ? 0 : selected);
  self->updating = FALSE;
}

static const char *
reading_get_value (AdwComboRow  *row,
                   const Choice *choices,
                   gsize         n_choices,
                   const char   *other)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected == GTK_INVALID_LIST_POSITION)
    return NULL;

  return selected < n_choices ? choices[selected].value : other;
}

static void
reading_fill (AccordImportReading *self,
              const char          *encoding,
              const char          *delimiter,
              const char          *decimal,
              const char          *dates)
{
  reading_fill_row (self, self->encoding_row, encodings, G_N_ELEMENTS (encodings), encoding, self->other_encoding);
  reading_fill_row (self, self->delimiter_row, delimiters, G_N_ELEMENTS (delimiters), delimiter, self->other_delimiter);
  reading_fill_row (self, self->decimal_row, decimals, G_N_ELEMENTS (decimals), decimal, NULL);
  reading_fill_row (self, self->date_row, date_orders, G_N_ELEMENTS (date_orders), dates, NULL);
}

static void
on_changed (AccordImportReading *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_stage_chosen (AccordImportReading *self,
                 const char          *stage,
                 int                  state)
{
  accord_import_options_set_stage (self->answers, stage, (AccordOpportunityState) state);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_person_chosen (AccordImportReading *self,
                  const char          *text,
                  gint64               member)
{
  accord_import_options_set_person (self->answers, text, member);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
accord_import_reading_finalize (GObject *object)
{
  AccordImportReading *self = ACCORD_IMPORT_READING (object);

  g_free (self->other_encoding);
  g_free (self->other_delimiter);
  accord_import_options_free (self->answers);

  G_OBJECT_CLASS (accord_import_reading_parent_class)->finalize (object);
}

static void
accord_import_reading_class_init (AccordImportReadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_import_reading_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (ACCORD_TYPE_DATE_ROW);
  g_type_ensure (ACCORD_TYPE_IMPORT_FIELD_LIST);
  g_type_ensure (ACCORD_TYPE_IMPORT_PERSON_LIST);
  g_type_ensure (ACCORD_TYPE_IMPORT_STAGE_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/import/accord-import-reading.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordImportReading, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, AccordImportReading, delimiter_row);
  gtk_widget_class_bind_template_child (widget_class, AccordImportReading, decimal_row);
  gtk_widget_class_bind_template_child (widget_class, AccordImportReading, date_row);
  gtk_widget_class_bind_template_child (widget_class, AccordImportReading, field_list);
  gtk_widget_class_bind_template_child (widget_class, AccordImportReading, stage_list);
  gtk_widget_class_bind_template_child (widget_class, AccordImportReading, person_list);
  gtk_widget_class_bind_template_child (widget_class, AccordImportReading, observed_row);
  gtk_widget_class_bind_template_child (widget_class, AccordImportReading, update_switch);
  gtk_widget_class_bind_template_child (widget_class, AccordImportReading, create_row);
  gtk_widget_class_bind_template_child (widget_class, AccordImportReading, create_switch);
  gtk_widget_class_bind_template_child (widget_class, AccordImportReading, sum_row);
  gtk_widget_class_bind_template_child (widget_class, AccordImportReading, sum_switch);
  gtk_widget_class_bind_template_child (widget_class, AccordImportReading, all_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stage_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_person_chosen);
}

static void
accord_import_reading_init (AccordImportReading *self)
{
  self->answers = accord_import_options_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_date_row_set_date (self->observed_row, accord_clock_today ());
}

void
accord_import_reading_set_workspace (AccordImportReading *self,
                                     AccordWorkspace     *workspace)
{
  g_return_if_fail (ACCORD_IS_IMPORT_READING (self));

  accord_import_person_list_set_workspace (self->person_list, workspace);
}

/* Where lines can add up: what of, and what becomes of them otherwise. */
static void
reading_name_sum (AccordImportReading *self,
                  const char          *title,
                  const char          *plain,
                  const char          *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sum_row), title);
  adw_action_row_set_subtitle (self->sum_row, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sum_switch), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
}

void
accord_import_reading_set_kind (AccordImportReading *self,
                                AccordImportKind     kind)
{
  g_autoptr (AccordImportOptions) options = accord_import_options_new ();

  g_return_if_fail (ACCORD_IS_IMPORT_READING (self));

  self->kind = kind;
  gtk_widget_set_visible (GTK_WIDGET (self->create_row), kind != ACCORD_IMPORT_KIND_MEMBERS);
  gtk_widget_set_visible (GTK_WIDGET (self->sum_row),
                          kind == ACCORD_IMPORT_KIND_QUOTAS || kind == ACCORD_IMPORT_KIND_ACTUALS);
  gtk_widget_set_visible (GTK_WIDGET (self->observed_row), kind == ACCORD_IMPORT_KIND_OPPORTUNITIES);
  if (kind == ACCORD_IMPORT_KIND_QUOTAS)
    reading_name_sum (self, _("Add up lines of the sa_me quota"), _("Add up lines of the same quota"),
                      _("Off: only the first of them counts"));
  else
    reading_name_sum (self, _("Add up lines of the sa_me figure"), _("Add up lines of the same figure"),
                      _("Off: a second value for a member, metric and period is refused"));
  accord_import_field_list_set_kind (self->field_list, kind);
  /* A newer export is there to bring what is known up to date. */
  options->update = kind == ACCORD_IMPORT_KIND_OPPORTUNITIES;
  accord_import_reading_load (self, options);
}

void
accord_import_reading_set_found (AccordImportReading *self,
                                 AccordCsv           *csv,
                                 AccordImportPlan    *plan)
{
  const char delimiter[] = { csv != NULL ? accord_csv_get_delimiter (csv) : '\0', '\0' };
  const char decimal[] = { plan != NULL ? accord_import_plan_get_decimal (plan) : '\0', '\0' };
  AccordDateOrder order = plan != NULL ? accord_import_plan_get_date_order (plan) : ACCORD_DATE_ORDER_AUTO;

  g_return_if_fail (ACCORD_IS_IMPORT_READING (self));

  /* What was chosen was not detected. */
  reading_fill (self,
                csv == NULL || adw_combo_row_get_selected (self->encoding_row) != 0
                  ? NULL
                  : choices_find_title (encodings, G_N_ELEMENTS (encodings), accord_csv_get_encoding (csv)),
                *delimiter == '\0' || adw_combo_row_get_selected (self->delimiter_row) != 0
                  ? NULL
                  : choices_find_title (delimiters, G_N_ELEMENTS (delimiters),
                                        *delimiter == '\t' ? "tab" : delimiter),
                *decimal == '\0' || adw_combo_row_get_selected (self->decimal_row) != 0
                  ? NULL
                  : choices_find_title (decimals, G_N_ELEMENTS (decimals), decimal),
                order == ACCORD_DATE_ORDER_AUTO || adw_combo_row_get_selected (self->date_row) != 0
                  ? NULL
                  : choice_get_title (&date_orders[order]));
  accord_import_field_list_set_found (self->field_list, csv, plan);
  accord_import_stage_list_set_plan (self->stage_list, plan);
  accord_import_person_list_set_plan (self->person_list, plan);
}

void
accord_import_reading_load (AccordImportReading       *self,
                            const AccordImportOptions *options)
{
  const char decimal[] = { options->decimal, '\0' };
  guint encoding = choices_find (encodings, G_N_ELEMENTS (encodings), options->encoding);
  guint delimiter = choices_find (delimiters, G_N_ELEMENTS (delimiters),
                                  g_strcmp0 (options->delimiter, "\t") == 0 ? "tab" : options->delimiter);

  g_return_if_fail (ACCORD_IS_IMPORT_READING (self));

  g_free (self->other_encoding);
  self->other_encoding = encoding == G_N_ELEMENTS (encodings) ? g_strdup (options->encoding) : NULL;
  g_free (self->other_delimiter);
  self->other_delimiter = delimiter == G_N_ELEMENTS (delimiters) ? g_strdup (options->delimiter) : NULL;
  reading_fill (self, NULL, NULL, NULL, NULL);

  self->updating = TRUE;
  adw_combo_row_set_selected (self->encoding_row, encoding);
  adw_combo_row_set_selected (self->delimiter_row, delimiter);
  adw_combo_row_set_selected (self->decimal_row, choices_find (decimals, G_N_ELEMENTS (decimals), decimal));
  adw_combo_row_set_selected (self->date_row, options->date_order);
  gtk_switch_set_active (self->update_switch, options->update);
  gtk_switch_set_active (self->create_switch, options->create_members);
  gtk_switch_set_active (self->sum_switch, options->sum);
  gtk_switch_set_active (self->all_switch, options->all_or_nothing);
  self->updating = FALSE;
  accord_import_options_free (self->answers);
  self->answers = accord_import_options_new ();
  accord_import_options_take_answers (self->answers, options);
  accord_import_field_list_load (self->field_list, options);
}

void
accord_import_reading_store (AccordImportReading *self,
                             AccordImportOptions *options)
{
  const char *decimal = reading_get_value (self->decimal_row, decimals, G_N_ELEMENTS (decimals), NULL);

  g_return_if_fail (ACCORD_IS_IMPORT_READING (self));

  g_free (options->encoding);
  options->encoding = g_strdup (reading_get_value (self->encoding_row, encodings, G_N_ELEMENTS (encodings),
                                                   self->other_encoding));
  g_free (options->delimiter);
  options->delimiter = g_strdup (reading_get_value (self->delimiter_row, delimiters, G_N_ELEMENTS (delimiters),
                                                    self->other_delimiter));
  options->decimal = decimal != NULL ? *decimal : '\0';
  options->date_order = (AccordDateOrder) adw_combo_row_get_selected (self->date_row);
  options->update = gtk_switch_get_active (self->update_switch);
  options->create_members = gtk_switch_get_active (self->create_switch);
  options->sum = gtk_switch_get_active (self->sum_switch);
  options->all_or_nothing = gtk_switch_get_active (self->all_switch);
  accord_import_options_take_answers (options, self->answers);
  if (self->kind == ACCORD_IMPORT_KIND_OPPORTUNITIES)
    options->observed = accord_date_row_get_date (self->observed_row);
  accord_import_field_list_store (self->field_list, options);
}
