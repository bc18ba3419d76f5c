// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <merging/storemerging.h>
#include <store/storecheck.h>
#include <store/storeinfo.h>

#include <QStringList>

#include <nlohmann/json_fwd.hpp>

namespace Decayscope {

// What the verb "store" answers, as JSON and as text.

[[nodiscard]] nlohmann::ordered_json toJson(const StoreInfo &info);
[[nodiscard]] QString toText(const StoreInfo &info);

[[nodiscard]] nlohmann::ordered_json toJson(const StoreCheck &check);
[[nodiscard]] QString toText(const StoreCheck &check);

/// What became of the studies that were to be merged, with their paths in the same order.
struct MergeAnswer
{
    QStringList paths;
    std::vector<Result<MergeReport>> reports;

    [[nodiscard]] bool hasRefused() const;
    [[nodiscard]] bool isCancelled() const;
};

[[nodiscard]] nlohmann::ordered_json toJson(const MergeAnswer &answer);
[[nodiscard]] QString toText(const MergeAnswer &answer);

[[nodiscard]] nlohmann::ordered_json toJson(const CompactReport &report);
[[nodiscard]] QString toText(const CompactReport &report);

} // namespace Decayscope
