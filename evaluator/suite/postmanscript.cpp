// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmanscript.h"

#include "postmanstatements.h"

namespace Decayscope {

PostmanReading<PostmanScript> readPostmanScript(QStringView script, const QSet<QString> &ownVariables)
{
    const auto tokens = postmanTokens(script);
    if (!tokens)
        return std::unexpected(tokens.error());
    return PostmanStatements(*tokens, ownVariables).script();
}

} // namespace Decayscope
