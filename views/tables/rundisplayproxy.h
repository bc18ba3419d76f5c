// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <items/runtablemodel.h>

#include <QIdentityProxyModel>

namespace Decayscope {

/// The title of a column of the run table for people.
[[nodiscard]] QString runColumnTitle(RunColumn column);

/// Words the raw values of a RunTableModel (behind a sort proxy) for people.
class RunDisplayProxy final : public QIdentityProxyModel
{
    Q_OBJECT

public:
    using QIdentityProxyModel::QIdentityProxyModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
};

} // namespace Decayscope
