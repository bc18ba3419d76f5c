// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lookfields.h"

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

struct LookFlag
{
    bool FigureLook::*field;
    QStringView key;
};

constexpr std::array lookFlags{LookFlag{&FigureLook::markers, u"markers"}, LookFlag{&FigureLook::dashes, u"dashes"},
    LookFlag{&FigureLook::counts, u"counts"}, LookFlag{&FigureLook::title, u"title"}};

} // namespace

void takeLook(FieldReader &fields, FigureLook &look)
{
    fields.text(u"venue", look.venue);
    fields.text(u"font", look.font);
    for (const auto &number : lookNumbers)
        fields.number(number.key, look.*number.field, number.minimum, number.maximum);
    for (const auto &flag : lookFlags)
        fields.flag(flag.key, look.*flag.field);
    fields.choice(u"palette", look.palette, paletteChoices);
    fields.choice(u"names", look.names, seriesNamesChoices);
    fields.choice(u"intervals", look.intervals, intervalChoices);
}

QJsonObject lookJson(const FigureLook &look)
{
    QJsonObject object{{u"venue"_s, look.venue}, {u"font"_s, look.font},
        {u"palette"_s, nameOfChoice(look.palette, paletteChoices)},
        {u"names"_s, nameOfChoice(look.names, seriesNamesChoices)},
        {u"intervals"_s, nameOfChoice(look.intervals, intervalChoices)}};
    for (const auto &number : lookNumbers)
        object.insert(number.key.toString(), look.*number.field);
    for (const auto &flag : lookFlags)
        object.insert(flag.key.toString(), look.*flag.field);
    return object;
}

} // namespace Decayscope
