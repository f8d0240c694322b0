import { agencyPattern } from './agency.ts';
import { isSentence } from './prose.ts';

const MEDIUM = '(?:(?:file|stock|aerial|handout|satellite) )?(?:photo(?:graph)?|image|picture|pic|video|illustration|graphic|infographic|screenshot|screengrab|cartoon|map)s?';
const PHOTO_AGENCY = `(?:${agencyPattern}|EPA(?:-EFE)?|EFE-EPA|Getty(?: Images)?|WANA|NurPhoto|Zuma Press|SIPA|SOPA Images|PA(?: Media| Wire)?|Shutterstock|Alamy)`;

const CREDIT_LINE = new RegExp(`^[([]?\\s*(?:${MEDIUM}|(?:photo |image |picture )?credits?|photographer)(?: (?:credits?|source|courtesy|by|from|via|of))*\\s*[:：/|]\\s*\\S.{0,90}$`, 'iu');
const CREDIT_PHRASE = new RegExp(`^[([]?\\s*(?:${MEDIUM}) (?:by|courtesy(?: of)?|from|via|credits?) .{2,90}$`, 'iu');
const AGENCY_LINE = new RegExp(`^[([]?\\s*(?:©\\s*)?${PHOTO_AGENCY}(?:\\s*(?:/|\\||–|—|\\bvia\\b|\\b[Pp]hoto\\b|\\b[Ff]ile\\b|\\b[Aa]rchives?\\b|, (?=[Ff]ile))\\s*(?:[\\p{L}\\p{N}.'’-]+(?:\\s|(?=[/|)\\]]|$))){0,4})*[)\\]]?$`, 'u');

const LABELLED_TAIL = /(?:^|[.!?…"”’)\]\p{Ll}]\s?|[.!?…"”’)\]]\s)[([]?(?:File )?(?:Photo(?:graph)?|Image|Picture|Illustration|Screengrab|Credit)s?(?: credits?| courtesy| by)?\s?[:/]\s?[\p{Lu}@©][^!?]{1,80}[)\]]?$/u;
const BRACKETED_TAIL = /[([](?=[^()[\]]*(?:\bphotos?\b|\bfile\b|getty images|\bhandout\b|\bcourtesy of\b|\bscreengrab\b|\bvia (?:AP|AFP|Reuters)\b|\b(?:AFP|AP|REUTERS|EPA)\/|\/(?:AFP|AP|Reuters|EPA|Getty)))[^()[\]]{2,90}[)\]]\.?$/iu;
const SLASHED_TAIL = new RegExp(`(?:[.!?…"”’)\\]]|\\|)\\s*(?:©\\s*)?(?:${PHOTO_AGENCY}|[\\p{Lu}][\\p{L}.'’ -]{1,40}/${PHOTO_AGENCY})(?:/[\\p{Lu}][\\p{L}.'’ -]{1,40})?(?: via ${PHOTO_AGENCY})?$`, 'u');
const SLASHED_NAME = /\s(?:REUTERS|AFP|AP Photo|EPA(?:-EFE)?)\/\p{Lu}[\p{L}.'’ -]{1,40}(?:\/(?:File Photo|Files?|Handout|Pool|Archive))?(?:\s*(?:Purchase|Acquire) Licensing Rights.*)?$/u;
/** A credit set before its caption: "Getty Images Soldiers at a checkpoint". */
const LEADING_CREDIT = /^(?:(?:AFP|Reuters|Anadolu) via )?(?:Getty Images|Shutterstock|EPA-EFE|PA Media)\s+\p{Lu}/u;

/** "(Reuters)", "(Iran Foreign Ministry)": who gave the picture, or who gave the story, or an acronym. */
const NAMED_TAIL = /[.!?…"”’\p{L}] ?[([]\p{Lu}[\p{L}.&'’/-]*(?: [\p{L}.&'’/-]+){0,5}[)\]]$/u;

/** A line that names the source of a picture and says nothing else: "Photo: AFP", "Getty Images", "REUTERS/A. Name". */
export function isPhotoCredit(line: string): boolean {
  if (line.length > 160 || isSentence(line)) return false;
  return CREDIT_LINE.test(line) || CREDIT_PHRASE.test(line) || AGENCY_LINE.test(line) || LEADING_CREDIT.test(line);
}

/** A caption that ends in such a credit: "Traders in Kabul. Photo: AFP", "… on Sunday. (AP Photo/A. Name)". */
export function isCreditedCaption(line: string): boolean {
  if (line.length > 600) return false;
  return LABELLED_TAIL.test(line) || BRACKETED_TAIL.test(line) || SLASHED_TAIL.test(line) || SLASHED_NAME.test(line);
}

/** A line that ends in a name in brackets. Above the story's first paragraph it is a caption; elsewhere it may be a sentence. */
export function endsInBracketedName(line: string): boolean {
  return line.length <= 600 && NAMED_TAIL.test(line);
}
