// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundlefault.h"

#include <base/terminaltext.h>

namespace Decayscope {

std::unexpected<Error> unreadableDocument(
    ErrorKind kind, const QString &source, const QString &what, const QString &why)
{
    return failure(kind, QStringLiteral("\"%1\" cannot be read as %2. %3").arg(source, what, why));
}

QString enoughToFind(const QString &text)
{
    constexpr qsizetype enough = 60;
    return terminalLine(text, enough);
}

} // namespace Decayscope
