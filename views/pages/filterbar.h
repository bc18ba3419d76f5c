// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <items/runfacets.h>

#include <QTimer>
#include <QWidget>

class QAction;
class QLineEdit;
class QToolButton;

namespace Decayscope {

class FacetButton;

/// A filter kept under a name.
struct NamedFilter
{
    QString name;
    RunFilter filter;

    bool operator==(const NamedFilter &) const = default;
};

/// Where a reader makes the filter: words, one button a facet, two switches, and filters saved under a name.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    void setFilter(const RunFilter &filter); ///< Emits nothing.
    void setCounts(const FacetCounts &counts);
    void setSavedFilters(const std::vector<NamedFilter> &filters);
    void focusText();

signals:
    void filterChosen(const RunFilter &filter);
    void savedFiltersEdited(const std::vector<NamedFilter> &filters);

private:
    void choose(const RunFilter &filter);
    void fillSavedMenu();
    void saveUnder(const QString &name);
    [[nodiscard]] QToolButton *moreButton();

    RunFilter m_filter;
    std::vector<NamedFilter> m_saved;
    QLineEdit *m_text;
    std::map<Facet, FacetButton *> m_facets;
    QAction *m_allDates;
    QAction *m_excludedToo;
    QToolButton *m_savedButton;
    QTimer m_typing;
};

} // namespace Decayscope
