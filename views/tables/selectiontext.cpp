// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "selectiontext.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace Decayscope {

namespace {

QString fieldText(const QVariant &value)
{
    return value.toString().simplified();
}

} // namespace

QString selectionText(const QTableView &view)
{
    const auto *model = view.model();
    const auto *selection = view.selectionModel();
    if (!model || !selection || !selection->hasSelection())
        return {};
    QList<int> columns;
    for (int visual = 0; visual < model->columnCount(); ++visual) {
        const int column = view.horizontalHeader()->logicalIndex(visual);
        if (!view.isColumnHidden(column) && selection->columnIntersectsSelection(column))
            columns << column;
    }
    QStringList titles;
    for (const int column : columns)
        titles << fieldText(model->headerData(column, Qt::Horizontal));
    QStringList lines{titles.join(u'\t')};
    for (int row = 0; row < model->rowCount(); ++row) {
        if (!selection->rowIntersectsSelection(row))
            continue;
        QStringList fields;
        for (const int column : columns) {
            const auto index = model->index(row, column);
            fields << (selection->isSelected(index) ? fieldText(index.data()) : QString());
        }
        lines << fields.join(u'\t');
    }
    return lines.join(u'\n') % u'\n';
}

} // namespace Decayscope
