// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <bundle/anonymousstudy.h>
#include <publishing/provenance.h>

#include <cstdlib>

using namespace Decayscope;

namespace {

/// "=== data/runs.csv" begins a document.
std::vector<BundledFile> filesIn(const QByteArray &bytes)
{
    std::vector<BundledFile> files;
    for (const auto &line : bytes.split('\n')) {
        if (line.startsWith("=== "))
            files.push_back({.path = QString::fromUtf8(line.sliced(4)), .content = {}});
        else if (!files.empty())
            files.back().content += line + '\n';
    }
    return files;
}

/// A study that was read is written and read again as the same.
void checkRoundTrip(const StudyData &data)
{
    const auto again = readStudyDocuments(studyDocuments(data), QStringLiteral("s"));
    if (!again || studyHash(*again->study, again->labels.get()) != studyHash(*data.study, data.labels.get()))
        std::abort();
}

} // namespace

/// The documents of a study, or anything in their place.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto files = filesIn(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    const auto study = readStudyDocuments(files, QStringLiteral("s"));
    if (!study)
        return 0;
    checkRoundTrip(*study);
    checkRoundTrip(anonymousStudy(*study, WordMask({QStringLiteral("gpt-x")})));
    return 0;
}
