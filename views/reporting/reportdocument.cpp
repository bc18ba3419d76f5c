// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportdocument.h"

namespace Decayscope {

QStringList headingsOf(const ReportSection &section)
{
    QStringList headings;
    for (const auto &block : section.blocks) {
        if (const auto *heading = std::get_if<ReportHeading>(&block))
            headings << heading->text;
    }
    return headings;
}

QString headingId(const ReportSection &section, qsizetype index)
{
    return QStringLiteral("%1-%2").arg(section.id).arg(index + 1);
}

QString figureLabel(const ReportFigure &figure)
{
    return QStringLiteral("Figure %1").arg(figure.number);
}

QString tableLabel(const ReportTable &table)
{
    return QStringLiteral("Table %1").arg(table.number);
}

} // namespace Decayscope
