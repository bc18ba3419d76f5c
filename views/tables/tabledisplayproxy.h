// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/celltext.h>

#include <QIdentityProxyModel>

namespace Decayscope {

/// What a TableDisplayProxy answers besides the roles of the models below it.
enum TableDisplayRole {
    IntervalRole = Qt::UserRole + 64 ///< The end of the text that is an interval, or invalid.
};

/// Words the raw values of a TableSpecModel (behind a sort proxy) for people: rounding, signs, intervals, dashes, the
/// best values bold.
class TableDisplayProxy final : public QIdentityProxyModel
{
    Q_OBJECT

public:
    using QIdentityProxyModel::QIdentityProxyModel;

    /// The words, of a table whose columns for people are these sections; to be called before the model gets the table.
    void setShown(const TableSpec &table, ShownTable shown);

    /// Whether the look shows a section at all.
    [[nodiscard]] bool isShown(int section) const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] const ShownCell *cellAt(const QModelIndex &index) const;

    ShownTable m_shown;
    std::vector<std::optional<std::size_t>> m_columns; ///< Of each section its column in m_shown.
};

} // namespace Decayscope
