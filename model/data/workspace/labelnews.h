// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <labels/labelbook.h>
#include <store/connection.h>

namespace Decayscope {

/// How much of a store's labels somebody has read.
struct LabelMark
{
    qint64 row = 0; ///< Of the last event.
    qsizetype samples = 0;
    qsizetype codebooks = 0;
};

/// What came into a store's labels since.
struct LabelNews
{
    std::vector<LabelEvent> events;
    std::vector<Sample> samples; ///< All; empty where there is no new one.
    std::vector<Codebook> codebooks; ///< All; empty where there is no new one.
    LabelMark mark;
};

/// What a journal begins with.
using LabelStart = LabelNews;

[[nodiscard]] Result<LabelNews> readLabelNews(Connection &connection, const LabelMark &since);

} // namespace Decayscope
