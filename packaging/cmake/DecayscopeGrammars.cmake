# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The grammars of tree-sitter as C sources from their npm packages, at pinned versions whose bytes are checked. They are
# downloaded once into the user's cache; DECAYSCOPE_GRAMMARS names a folder that holds the archives where there is no
# network.

if(DEFINED ENV{XDG_CACHE_HOME})
    set(cache_folder "$ENV{XDG_CACHE_HOME}")
else()
    set(cache_folder "$ENV{HOME}/.cache")
endif()
set(DECAYSCOPE_GRAMMARS "${cache_folder}/decayscope/grammars" CACHE PATH "Folder of the grammars' npm archives")

# The registry of npm's own settings, where there is one.
function(decayscope_npm_registry result)
    set(registry "https://registry.npmjs.org")
    if(DEFINED ENV{npm_config_registry})
        set(registry "$ENV{npm_config_registry}")
    elseif(EXISTS "$ENV{HOME}/.npmrc")
        file(STRINGS "$ENV{HOME}/.npmrc" lines REGEX "^registry *=")
        if(lines)
            list(GET lines 0 line)
            string(REGEX REPLACE "^registry *= *" "" registry "${line}")
        endif()
    endif()
    string(REGEX REPLACE "/+$" "" registry "${registry}")
    set(${result} "${registry}" PARENT_SCOPE)
endfunction()

function(decayscope_fetch_grammar archive url sha512)
    if(EXISTS "${archive}")
        file(SHA512 "${archive}" found)
        if(found STREQUAL sha512)
            return()
        endif()
    endif()
    # Two configure steps may fetch at once: each renames its own whole file into place.
    string(RANDOM LENGTH 8 mark)
    foreach(attempt RANGE 1 3)
        file(DOWNLOAD "${url}" "${archive}.${mark}" STATUS status TIMEOUT 120 TLS_VERIFY ON)
        list(GET status 0 code)
        if(code EQUAL 0)
            file(SHA512 "${archive}.${mark}" found)
            if(found STREQUAL sha512)
                file(RENAME "${archive}.${mark}" "${archive}")
                return()
            endif()
            set(status "the file is not the expected one")
        endif()
    endforeach()
    file(REMOVE "${archive}.${mark}")
    message(FATAL_ERROR "The grammar ${url} cannot be had (${status}). Connect to the npm registry, or put the archive "
        "into a folder and configure with -DDECAYSCOPE_GRAMMARS=FOLDER.")
endfunction()

# decayscope_grammar(name VERSION v SHA512 hash SOURCES parser.c …): the static library decayscope_grammar_NAME.
function(decayscope_grammar name)
    cmake_parse_arguments(arg "" "PACKAGE;VERSION;SHA512" "SOURCES" ${ARGN})
    set(archive "${DECAYSCOPE_GRAMMARS}/${arg_PACKAGE}-${arg_VERSION}.tgz")
    decayscope_npm_registry(registry)
    decayscope_fetch_grammar(
        "${archive}" "${registry}/${arg_PACKAGE}/-/${arg_PACKAGE}-${arg_VERSION}.tgz" "${arg_SHA512}")
    set(folder "${CMAKE_BINARY_DIR}/grammars/${arg_PACKAGE}-${arg_VERSION}")
    if(NOT EXISTS "${folder}/package")
        file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${folder}" PATTERNS "*.c" "*.h")
    endif()
    list(TRANSFORM arg_SOURCES PREPEND "${folder}/package/")
    add_library(decayscope_grammar_${name} STATIC ${arg_SOURCES})
    list(GET arg_SOURCES 0 first)
    cmake_path(GET first PARENT_PATH include)
    target_include_directories(decayscope_grammar_${name} PRIVATE "${include}")
    # Tables of a million entries: optimising them changes nothing but the time it takes.
    target_compile_options(decayscope_grammar_${name} PRIVATE -w -O1)
    set_target_properties(decayscope_grammar_${name} PROPERTIES
        AUTOMOC OFF C_CLANG_TIDY "" EXPORT_COMPILE_COMMANDS OFF C_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endfunction()
