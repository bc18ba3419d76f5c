// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelstreams.h"

#include "labelwriter.h"

namespace Decayscope {

Result<StreamMerge> mergeLabelStream(Connection &connection, std::span<const LabelEvent> events)
{
    LabelWriter writer(connection);
    StreamMerge merge;
    for (const auto &event : events) {
        const auto isNew = writer.follow(event);
        if (!isNew && isNew.error().kind != ErrorKind::InvalidInput)
            return std::unexpected(isNew.error());
        if (!isNew) {
            merge.problem = isNew.error().message;
            break;
        }
        merge.added += *isNew ? 1 : 0;
    }
    return merge;
}

} // namespace Decayscope
