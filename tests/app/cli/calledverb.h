// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <nlohmann/json.hpp>

namespace Decayscope::Test {

/// What a verb answered in this process.
struct VerbOutcome
{
    int status = -1;
    QByteArray output; ///< Standard output.

    [[nodiscard]] nlohmann::json document() const
    {
        return nlohmann::json::parse(output.toStdString(), nullptr, false);
    }
    [[nodiscard]] QStringList lines() const { return QString::fromUtf8(output).split(u'\n', Qt::SkipEmptyParts); }
};

/// Calls the command line with arguments, with the reference verifiers.
[[nodiscard]] VerbOutcome calledVerb(const QStringList &arguments);

} // namespace Decayscope::Test
