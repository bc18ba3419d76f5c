// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportdocument.h"

namespace Decayscope {

QString figureLabel(const ReportFigure &figure)
{
    return QStringLiteral("Figure %1").arg(figure.number);
}

QString tableLabel(const ReportTable &table)
{
    return QStringLiteral("Table %1").arg(table.number);
}

} // namespace Decayscope
