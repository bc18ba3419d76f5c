// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "itemroles.h"

#include <domain/configuration.h>

#include <QAbstractTableModel>

#include <vector>

namespace Decayscope {

/// The styles of a study's configurations, editable: name, colour and line. The order of the rows is the order kept.
class StyleModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Who, Name, Color, Line, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Takes styles as they stand in a study. Says nothing about edits and keeps them from being lost: the same
    /// styles again change nothing.
    void setStyles(const std::vector<ConfigurationStyle> &styles);
    [[nodiscard]] const std::vector<ConfigurationStyle> &styles() const { return m_styles; }

    /// Moves a row up (-1) or down (+1); false at the ends.
    bool moveStyle(int row, int by);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Empty names are refused.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void edited();

private:
    std::vector<ConfigurationStyle> m_styles;
};

} // namespace Decayscope
