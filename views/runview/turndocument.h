// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turnblocks.h"
#include "turnlook.h"

#include <QTextDocument>

#include <memory>
#include <vector>

namespace Decayscope {

/// A stretch of a document that leads to code.
struct DocumentLink
{
    int position = 0;
    int length = 0;
    QString path;
    int line = 0;
};

struct TurnDocument
{
    std::unique_ptr<QTextDocument> document;
    std::vector<DocumentLink> links; ///< In order.
    bool isMarkdown = false; ///< Else its lines are the rows of the part.
};

/// The document of a block: Markdown, terminal output with its colours, or a plain line.
[[nodiscard]] TurnDocument documentOf(const TurnBlock &block, const TurnLook &look, int width);

} // namespace Decayscope
