// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "anonymouslabels.h"

#include <map>

namespace Decayscope {

namespace {

std::map<QString, QString> pseudonyms(const LabelBook &labels)
{
    const auto annotators = labels.annotators();
    const auto digits = QString::number(annotators.size()).size();
    std::map<QString, QString> names;
    int count = 0;
    for (const auto &annotator : annotators) {
        if (annotator != judgeName && annotator != adjudicatedName) // Padded, so that their order stays.
            names[annotator] = QStringLiteral("annotator %1").arg(++count, static_cast<int>(digits), 10, QChar(u'0'));
    }
    return names;
}

} // namespace

std::shared_ptr<const LabelBook> anonymousLabels(const LabelBook &labels)
{
    auto book = std::make_shared<LabelBook>(labels);
    const auto names = pseudonyms(labels);
    for (auto &row : book->rows) {
        if (const auto name = names.find(row.annotator); name != names.end())
            row.annotator = name->second;
    }
    return book;
}

} // namespace Decayscope
