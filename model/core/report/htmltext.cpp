// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmltext.h"

#include <base/terminaltext.h>

namespace Decayscope {

QString htmlText(QStringView text)
{
    return terminalText(text).toHtmlEscaped().replace(u'\'', QStringLiteral("&#39;"));
}

} // namespace Decayscope
