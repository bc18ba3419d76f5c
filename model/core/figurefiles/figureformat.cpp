// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurefile.h"

#include <QFileInfo>

namespace Decayscope {

std::optional<FigureFormat> figureFormatOf(const QString &fileName)
{
    const auto ending = QFileInfo(fileName).suffix().toLower();
    if (ending == u"pdf")
        return FigureFormat::Pdf;
    if (ending == u"svg")
        return FigureFormat::Svg;
    return ending == u"png" ? std::optional(FigureFormat::Png) : std::nullopt;
}

} // namespace Decayscope
