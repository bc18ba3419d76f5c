// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelsparts.h"

#include <workspace/labelexchange.h>

namespace Decayscope {

std::vector<std::unique_ptr<Verb>> labelVerbs()
{
    std::vector<std::unique_ptr<Verb>> verbs;
    verbs.push_back(makeLabelsImport());
    verbs.push_back(makeLabelsExport());
    verbs.push_back(makeLabelsAgreement());
    verbs.push_back(makeLabelsSample());
    verbs.push_back(makeLabelsHandout());
    verbs.push_back(makeLabelsCertificate());
    return verbs;
}

QStringList textsOf(const std::vector<std::string> &words)
{
    QStringList texts;
    for (const auto &word : words)
        texts.append(QString::fromStdString(word));
    return texts;
}

std::expected<LabelBook, ExitStatus> labelsOfStore(const VerbContext &context, Console &console)
{
    auto book = storedLabelBook(context.store);
    if (book)
        return std::move(*book);
    console.fail(book.error());
    return std::unexpected(statusOf(book.error()));
}

ExitStatus failed(const Error &error, Console &console)
{
    console.fail(error);
    switch (error.kind) {
    case ErrorKind::NotFound:
        return ExitStatus::Findings;
    case ErrorKind::InvalidInput:
    case ErrorKind::Refused:
    case ErrorKind::Unreadable:
        return ExitStatus::Usage;
    case ErrorKind::Cancelled:
    case ErrorKind::Damaged:
    case ErrorKind::TooNew:
    case ErrorKind::Busy:
    case ErrorKind::ReadOnly:
    case ErrorKind::Internal:
        break;
    }
    return statusOf(error);
}

} // namespace Decayscope
