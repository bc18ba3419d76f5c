// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundlereadme.h"

#include "codebookmarkdown.h"

#include <publishing/filterfields.h>
#include <publishing/provenance.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QString headOf(const StudyData &data, const BundlePlan &plan, const BundleMaking &making)
{
    const auto &study = *data.study;
    const auto name = study.name.isEmpty() ? u"a study"_s : QString(u"the study \"" % study.name % u'"');
    QString head
        = u"# Paper bundle\n\nFigures, tables, analyses and data of %1, made by %2 on %3: %4 runs of %5 "
          "configurations, %6 labels.\n"_s
              .arg(plainMarkdown(name), plainMarkdown(making.program), making.made.toUTC().toString(Qt::ISODate))
              .arg(study.runs.size())
              .arg(study.styles.size())
              .arg(data.labels->rows.size());
    if (study.isSample)
        head += u"\n**The study is a sample: its runs are made up.**\n"_s;
    if (plan.anonymous)
        head
            += u"\nThe bundle is anonymous. Annotators are numbered; memos, quotes, sources of labels and reasons for "
               "exclusions are left out; the study has neither name nor id. Label events were chained anew and "
               "samples sealed anew, so their hashes vouch for this bundle and not for the journal they came from.\n"_s;
    return head;
}

QString checkingOf(const StudyData &data)
{
    return u"\n## How to check it\n\n"
           "- `sha256sum -c MANIFEST.sha256` in this folder: no file was changed.\n"
           "- `decayscope bundle verify .`: everything here comes out again, byte for byte, from the files in `data/`. "
           "No study file and no network are needed.\n"
           "- `decayscope --store STUDY bundle verify .`: the same, and the data against the study's own.\n\n"
           "SHA-256 of the study's runs and labels: `%1`.\n"_s.arg(studyHash(*data.study, data.labels.get()));
}

QString plannedOf(const BundlePlan &plan)
{
    const auto orAll = [](const QStringList &names) { return names.isEmpty() ? u"all"_s : names.join(u", "); };
    return u"\n## What was asked for\n\n- Runs: %1.\n- Score: %2; verdicts of the %3 verifiers.\n- Figures: %4; tables "
           "and analyses: %5.\n- Drawn for: %6, %7 × %8 inches, %9.\n\n`plan.json` says the same for programs.\n"_s.arg(
               plainMarkdown(recipeFilterWords(plan.filter)), nameOfChoice(plan.mode, scoreModeChoices),
               nameOfChoice(plan.verifiers, verifierChoices), plainMarkdown(orAll(plan.figures)),
               plainMarkdown(orAll(plan.parts)),
               plainMarkdown(plan.look.venue.isEmpty() ? u"custom"_s : plan.look.venue),
               QString::number(plan.look.width), QString::number(plan.look.height), plainMarkdown(plan.look.font));
}

QString linkedFiles(const BundledPart &part)
{
    QStringList links;
    for (const auto &file : part.files)
        links.append(u"[%1](%2)"_s.arg(file.path.section(u'/', 1), file.path));
    return links.join(u" · ");
}

QString partText(const BundledPart &part)
{
    QString text = u"\n### %1\n\n"_s.arg(plainMarkdown(part.title));
    if (!part.words.isEmpty())
        text += plainMarkdown(part.words) + u"\n\n";
    for (const auto &warning : part.warnings)
        text += u"- " + plainMarkdown(warning) + u'\n';
    if (!part.warnings.isEmpty())
        text += u'\n';
    return text + linkedFiles(part) + u'\n';
}

bool isMade(const BundledPart &part)
{
    return part.missing.isEmpty();
}

QString sectionText(const BundledSection &section)
{
    if (std::ranges::none_of(section.parts, isMade))
        return {};
    QString text = u"\n## %1\n\n%2\n"_s.arg(section.title, section.about);
    for (const auto &part : section.parts) {
        if (isMade(part))
            text += partText(part);
    }
    return text;
}

QString missingText(const std::vector<BundledSection> &sections)
{
    QString text;
    for (const auto &section : sections) {
        for (const auto &part : section.parts) {
            if (!isMade(part))
                text += u"- %1: %2. %3\n"_s.arg(section.title, plainMarkdown(part.title), plainMarkdown(part.missing));
        }
    }
    return text.isEmpty() ? text : u"\n## What could not be made\n\n"_s + text;
}

} // namespace

QByteArray bundleReadme(const StudyData &data, const BundlePlan &plan, const BundleMaking &making,
    const std::vector<BundledSection> &sections)
{
    QString text = headOf(data, plan, making) + checkingOf(data) + plannedOf(plan);
    for (const auto &section : sections)
        text += sectionText(section);
    text += u"\n## Data\n\n"
            "`data/` is the study itself: `runs.csv`, a line a run with all that any number rests on; "
            "`configurations.csv`, names and colours; `labels.jsonl`, every label event; `codebooks.jsonl` and "
            "`samples.jsonl`; `study.json`. `bundle.json` says what made the bundle.\n"_s;
    return (text + missingText(sections)).toUtf8();
}

} // namespace Decayscope
