// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/tablespec.h>
#include <figures/tablewriters.h>
#include <widgets/stateoverlay.h>

#include <QWidget>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace Decayscope {

class TableLookButton;
class TableView;

/// A table with its title, what may be done with it, the values beside its rows and its notes.
class TablePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit TablePanel(QWidget *parent = nullptr);

    void setHeading(const QString &title, const QString &description);

    /// Puts a widget between the heading and the table.
    void addAboveTable(QWidget *widget, int stretch = 0);

    /// Puts a widget below the notes.
    void addBelowNotes(QWidget *widget, int stretch = 0);

    void setTable(const TableSpec &table);
    void setState(const ViewState &state);

    /// How tables are shown, copied and exported.
    void setLook(const TableLook &look); ///< Emits nothing.
    [[nodiscard]] const TableLook &look() const;

    [[nodiscard]] TableView *table() const { return m_table; }

signals:
    void lookChosen(const TableLook &look);
    void copyRequested(const TableSpec &table, TableFormat format);
    void exportRequested(const TableSpec &table, TableFormat format);
    void runsRequested(const RunFilter &runs, const QString &title);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    using Intent = void (TablePanel::*)(const TableSpec &, TableFormat);

    [[nodiscard]] QToolButton *formatButton(const QString &text, const QString &icon, Intent intent);
    [[nodiscard]] QToolButton *copyButton();
    void showWords();
    void fitNotes();

    QLabel *m_title;
    QLabel *m_description;
    TableLookButton *m_look;
    TableView *m_table;
    QLabel *m_fields;
    QLabel *m_notes;
    QScrollArea *m_notesView;
    QVBoxLayout *m_rows;
    StateOverlay *m_overlay;
};

} // namespace Decayscope
