// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "suitewords.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr std::array kindNames{
    u"status", u"present", u"absent", u"type", u"equal", u"compare", u"array", u"integer", u"captured"};
static_assert(kindNames.size() == allCheckKinds.size());

} // namespace

QString checkKindName(CheckKind kind)
{
    return QString::fromUtf16(kindNames.at(static_cast<std::size_t>(kind)));
}

std::optional<CheckKind> checkKindFromName(QStringView name)
{
    const auto *const found = std::ranges::find_if(kindNames, [name](const auto *known) { return name == known; });
    if (found == kindNames.end())
        return std::nullopt;
    return allCheckKinds.at(static_cast<std::size_t>(found - kindNames.begin()));
}

QStringList checkRelations()
{
    return {QStringLiteral(">"), QStringLiteral(">="), QStringLiteral("<"), QStringLiteral("<="), QStringLiteral("=="),
        QStringLiteral("!=")};
}

QStringList checkTypes()
{
    return {QStringLiteral("string"), QStringLiteral("number"), QStringLiteral("boolean"), QStringLiteral("object"),
        QStringLiteral("array"), QStringLiteral("null")};
}

} // namespace Decayscope
