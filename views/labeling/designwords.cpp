// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Words for designs of samples and for versions of codebooks.

#include "labelwords.h"

#include <QCoreApplication>

namespace Decayscope {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Decayscope::LabelWords", text);
}

} // namespace

QString stratumColumnTitle(StratumColumn column)
{
    switch (column) {
    case StratumColumn::Model:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Model"));
    case StratumColumn::Scaffold:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Scaffold"));
    case StratumColumn::Runtime:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Runtime"));
    case StratumColumn::Framework:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Framework"));
    case StratumColumn::Level:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Level"));
    case StratumColumn::Constraints:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Constraints"));
    case StratumColumn::Category:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Category"));
    case StratumColumn::Subcategory:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Sub-category"));
    }
    return {};
}

QString allocationTitle(Allocation allocation)
{
    switch (allocation) {
    case Allocation::Equal:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Equal"));
    case Allocation::Proportional:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Proportional"));
    case Allocation::Neyman:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Neyman"));
    }
    return {};
}

QString purposeTitle(SamplePurpose purpose)
{
    switch (purpose) {
    case SamplePurpose::Main:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Main"));
    case SamplePurpose::Pilot:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Pilot"));
    case SamplePurpose::Relabel:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Relabel"));
    }
    return {};
}

QString changeKindTitle(CodebookChange::Kind kind)
{
    switch (kind) {
    case CodebookChange::Kind::Made:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Made"));
    case CodebookChange::Kind::Edited:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Edited"));
    case CodebookChange::Kind::Added:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Added"));
    case CodebookChange::Kind::Renamed:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Renamed"));
    case CodebookChange::Kind::Merged:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Merged"));
    case CodebookChange::Kind::Split:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Split"));
    case CodebookChange::Kind::Deprecated:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Deprecated"));
    case CodebookChange::Kind::Moved:
        return say(QT_TRANSLATE_NOOP("Decayscope::LabelWords", "Moved"));
    }
    return {};
}

} // namespace Decayscope
