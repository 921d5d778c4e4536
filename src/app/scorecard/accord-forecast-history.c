/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-forecast-history.h"

#include <glib/gi18n.h>

#include "accord-beside.h"
#include "accord-forecast-words.h"
#include "accord-money.h"

struct _AccordForecastHistory
{
  AdwBin parent_instance;

  GtkLabel *said_title;
  GtkListBox *said;
  GtkListBox *past;
};

G_DEFINE_FINAL_TYPE (AccordForecastHistory, accord_forecast_history, ADW_TYPE_BIN)

/* What is being shown, for the rows. */
typedef struct
{
  const char *currency;
  int decimals;
  int fiscal_start;
  gboolean over;     /* the quarter */
  gint64 comparison; /* what came of it, or where it lands */
} Showing;

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* value stands at the end, subtitle may be NULL. */
static void
add_row (GtkListBox *list,
         const char *title,
         const char *subtitle,
         const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_widget_set_focusable (row, TRUE);
  gtk_list_box_append (list, row);
}

static void
add_comparison (GtkListBox              *list,
                const Showing           *showing,
                const AccordForecastRow *row)
{
  g_autofree char *booked = accord_money_format (row->booked, showing->currency, showing->decimals);
  g_autofree char *landing
    = accord_forecast_computed_to_words (row->landing, FALSE, showing->currency, showing->decimals);
  g_autofree char *subtitle = NULL;

  if (showing->over)
    {
      add_row (list, _("What came of it"), NULL, booked);
      return;
    }
  /* Translators: %s is an amount. */
  subtitle = g_strdup_printf (_("%s booked so far"), booked);
  add_row (list, _("Where it lands"), subtitle, landing);
}

static void
add_forecast (GtkListBox     *list,
              const Showing  *showing,
              AccordForecast *forecast)
{
  const gint64 amount = accord_forecast_get_amount (forecast);
  g_autofree char *day = accord_date_format (accord_forecast_get_made_on (forecast));
  g_autofree char *value = accord_money_format (amount, showing->currency, showing->decimals);
  g_autofree char *difference = NULL;
  g_autofree char *subtitle = NULL;

  if (showing->comparison != ACCORD_UNKNOWN)
    {
      difference = accord_forecast_computed_to_words (amount - showing->comparison, TRUE, showing->currency, showing->decimals);
      /* Translators: %s is the difference between a forecast and an amount: "+$20,000". */
      subtitle = g_strdup_printf (showing->over ? _("%s against what came of it") : _("%s against where it lands"), difference);
    }
  add_row (list, day, subtitle, value);
}

static void
show_said (AccordForecastHistory     *self,
           const Showing             *showing,
           const AccordForecastTable *table,
           const AccordForecastRow   *row,
           AccordDate                 starts)
{
  GPtrArray *list = row->member != 0 ? accord_forecast_book_list (table->book, row->member, starts) : NULL;
  g_autofree char *sum = accord_money_format (row->forecast, showing->currency, showing->decimals);
  g_autofree char *subtitle = NULL;

  add_comparison (self->said, showing, row);
  for (guint i = list != NULL ? list->len : 0; i > 0; i--)
    add_forecast (self->said, showing, list->pdata[i - 1]);
  if (row->member == 0)
    {
      /* Translators: %1 is how many members have made a forecast, %2 how many members there are. */
      subtitle = g_strdup_printf (ngettext ("%1$u of %2$u member has said something", "%1$u of %2$u members have said something",
                                            table->rows->len),
                                  row->n_forecasts, table->rows->len);
      add_row (self->said, _("What the members say, added up"), subtitle, sum);
    }
  else if (list == NULL)
    {
      add_row (self->said, _("Nothing was said yet"), NULL, "");
    }
}

static void
show_past (AccordForecastHistory   *self,
           const Showing           *showing,
           const AccordForecastRow *row)
{
  for (guint i = 0; i < ACCORD_FORECAST_PAST_QUARTERS; i++)
    {
      const AccordForecastPast *past = &row->past[i];
      g_autofree char *quarter = accord_quarter_format (past->quarter, showing->fiscal_start);
      g_autofree char *said = accord_money_format (past->forecast, showing->currency, showing->decimals);
      g_autofree char *booked = accord_money_format (past->booked, showing->currency, showing->decimals);
      g_autofree char *accuracy = accord_rate_format_percent (past->accuracy);
      g_autofree char *bias = accord_forecast_bias_to_words (past->bias);
      /* Translators: of a quarter that is over: %1 is the last forecast, %2 what it came to, %3 the bias: "+8 %". */
      g_autofree char *subtitle = g_strdup_printf (_("%1$s said, %2$s came of it, bias %3$s"), said, booked, bias);

      add_row (self->past, quarter, subtitle, accuracy);
    }
}

void
accord_forecast_history_show (AccordForecastHistory     *self,
                              AccordWorkspace           *workspace,
                              AccordPeriod              *period,
                              const AccordForecastTable *table,
                              const AccordForecastRow   *row,
                              const char                *name)
{
  AccordSettings *settings = accord_workspace_get_settings (workspace);
  Showing showing = {
    .currency = accord_settings_get_currency (settings),
    .decimals = (int) accord_settings_get_decimals (settings),
    .fiscal_start = accord_period_get_fiscal_start (period),
    .over = accord_period_get_end (period) < table->as_of,
  };
  g_autofree char *quarter = accord_period_format (period);
  g_autofree char *title = NULL;

  g_return_if_fail (ACCORD_IS_FORECAST_HISTORY (self));

  clear (self->said);
  clear (self->past);
  gtk_widget_set_visible (GTK_WIDGET (self), row != NULL);
  if (row == NULL)
    return;

  showing.comparison = showing.over ? row->booked : row->landing;
  /* Translators: %1 is a member's name or "Whole Team", %2 a quarter, such as Q4 2026. */
  title = g_strdup_printf (_("%1$s, %2$s"), name, quarter);
  gtk_label_set_label (self->said_title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->said), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  show_said (self, &showing, table, row, accord_period_get_start (period));
  show_past (self, &showing, row);
}

static void
accord_forecast_history_class_init (AccordForecastHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ACCORD_TYPE_BESIDE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-forecast-history.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordForecastHistory, said_title);
  gtk_widget_class_bind_template_child (widget_class, AccordForecastHistory, said);
  gtk_widget_class_bind_template_child (widget_class, AccordForecastHistory, past);
}

static void
accord_forecast_history_init (AccordForecastHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
