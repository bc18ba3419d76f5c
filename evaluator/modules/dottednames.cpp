// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dottednames.h"

namespace Decayscope {

std::string_view lastMember(std::string_view dotted)
{
    const auto dot = dotted.rfind('.');
    return dot == std::string_view::npos ? dotted : dotted.substr(dot + 1);
}

std::string_view firstMember(std::string_view dotted)
{
    return dotted.substr(0, dotted.find('.'));
}

std::string_view afterFirstMember(std::string_view dotted)
{
    const auto dot = dotted.find('.');
    return dot == std::string_view::npos ? std::string_view() : dotted.substr(dot + 1);
}

std::string joinedNames(std::string_view name, std::string_view rest)
{
    std::string dotted(name);
    if (!rest.empty())
        dotted.append(1, '.').append(rest);
    return dotted;
}

} // namespace Decayscope
