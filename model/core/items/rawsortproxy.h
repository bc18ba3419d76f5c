// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "itemroles.h"

#include <QSortFilterProxyModel>

namespace Decayscope {

/// Sorts by the raw values of SortRole, text as people read it; what does not exist comes last in either order.
class RawSortProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit RawSortProxy(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace Decayscope
