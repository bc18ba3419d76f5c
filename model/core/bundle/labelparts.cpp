// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelparts.h"

#include "codebookmarkdown.h"

#include <labels/certificate.h>

#include <QJsonDocument>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QByteArray indented(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).toJson(QJsonDocument::Indented);
}

BundledPart codebookPart(const Codebook &book, FileStems &stems)
{
    const auto stem = stems.stemFor(u"%1-v%2"_s.arg(book.id).arg(book.version));
    return {.name = stem,
        .title = u"%1 (version %2)"_s.arg(book.title.simplified()).arg(book.version),
        .words = u"%1 codes, %2 changes."_s.arg(book.codes.size()).arg(book.changes.size()),
        .warnings = {},
        .files = {{.path = u"codebook/%1.json"_s.arg(stem), .content = indented(codebookJson(book))},
            {.path = u"codebook/%1.md"_s.arg(stem), .content = codebookMarkdown(book).toUtf8()}},
        .missing = {}};
}

QString sampleWords(const Sample &sample)
{
    return u"%1 items in %2 strata, seed %3, %4, for %5."_s.arg(sample.items.size())
        .arg(sample.strata.size())
        .arg(sample.design.seed)
        .arg(sample.design.blind ? u"blind"_s : u"not blind"_s,
            sample.design.annotators.isEmpty() ? u"nobody"_s : sample.design.annotators.join(u", "));
}

BundledPart samplePart(const Sample &sample, FileStems &stems)
{
    const auto stem = stems.stemFor(sample.design.title);
    return {.name = stem,
        .title = sample.design.title.simplified(),
        .words = sampleWords(sample),
        .warnings = {},
        .files = {{.path = u"samples/%1.json"_s.arg(stem), .content = indented(sampleJson(sample))}},
        .missing = {}};
}

BundledPart certificatePart(const LabelBook &labels, const Sample &sample, FileStems &stems)
{
    const auto certificate = blindingCertificate(labels, sample.id);
    const auto stem = stems.stemFor(sample.design.title);
    const auto words = certificate.holds()
        ? u"The journal says that all %1 labels were made blind."_s.arg(certificate.lines.size())
        : u"It does not hold: %1 problems, told in the file."_s.arg(certificate.problems.size());
    return {.name = stem,
        .title = sample.design.title.simplified(),
        .words = words,
        .warnings = {},
        .files = {{.path = u"certificates/%1.json"_s.arg(stem), .content = certificateJson(certificate)}},
        .missing = {}};
}

} // namespace

BundledSection codebookSection(const LabelBook &labels)
{
    BundledSection section{
        .title = u"Codebooks"_s, .about = u"What the categories of failures mean, version by version."_s, .parts = {}};
    FileStems stems;
    for (const auto &book : labels.codebooks)
        section.parts.push_back(codebookPart(book, stems));
    return section;
}

BundledSection sampleSection(const LabelBook &labels)
{
    BundledSection section{.title = u"Samples"_s,
        .about = u"Which runs were drawn for labelling, how, and in which order who saw them."_s,
        .parts = {}};
    FileStems stems;
    for (const auto &sample : labels.samples)
        section.parts.push_back(samplePart(sample, stems));
    return section;
}

BundledSection certificateSection(const LabelBook &labels)
{
    BundledSection section{.title = u"Blinding certificates"_s,
        .about = u"What the journal of labels says of when items were labelled and when identities were shown."_s,
        .parts = {}};
    FileStems stems;
    for (const auto &sample : labels.samples) {
        if (sample.design.blind)
            section.parts.push_back(certificatePart(labels, sample, stems));
    }
    return section;
}

} // namespace Decayscope
