// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <items/runfacets.h>

#include <QToolButton>

class QFrame;
class QListWidget;

namespace Decayscope {

/// One facet of the filter: a button that says what is chosen, and a list of values with counts to choose from.
class FacetButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit FacetButton(Facet facet, QWidget *parent = nullptr);

    void setCounts(const std::map<FacetValue, int> &counts);
    void setChosen(const std::set<FacetValue> &values); ///< Emits nothing.

signals:
    void valuesChosen(const std::set<FacetValue> &values);

private:
    void openList();
    void refill();
    void takeChoice();
    void updateText();

    Facet m_facet;
    std::map<FacetValue, int> m_counts;
    std::set<FacetValue> m_chosen;
    QFrame *m_popup;
    QListWidget *m_list;
};

/// A facet and one of its values in words.
[[nodiscard]] QString facetTitle(Facet facet);
[[nodiscard]] QString facetValueTitle(Facet facet, const FacetValue &value);

} // namespace Decayscope
