// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <code/codehistory.h>
#include <domain/runreading.h>
#include <routes/routemap.h>

namespace Decayscope {

/// The way from a request of the suite to the code that answers it and to the turn that wrote that code.
struct WhyLink
{
    std::optional<HandlerLink> handler; ///< Nothing where no route fits; `explanation` says so.
    int writer = unknownWriter; ///< The turn that last wrote the handler's first line.
    QString explanation; ///< How it was found, in sentences; or why not.

    bool operator==(const WhyLink &) const = default;
};

/// The final files of a history as far as they are wholly known, for RouteMap::of.
[[nodiscard]] std::map<QString, QString> finalTexts(const CodeHistory &history);

/// One link for each request of the run.
[[nodiscard]] std::vector<WhyLink> whyLinks(
    const std::vector<RequestResult> &requests, const RouteMap &routes, const CodeHistory &history);

} // namespace Decayscope
